/** Loaded before the program: its clock is MINUTES_LATER ahead, as if somebody looked at the cluster that much later. */
const aheadMs = Number(process.env['MINUTES_LATER'] ?? 0) * 60_000;
const realNow = Date.now.bind(Date);
Date.now = () => realNow() + aheadMs;
