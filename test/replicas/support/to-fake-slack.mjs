// Loaded before the bot: what it would say to Slack goes to the fake one. The bot itself has no such switch, as a token must
// not go anywhere else.
const { FAKE_SLACK_URL: fake = '' } = process.env;
const { fetch } = globalThis;
globalThis.fetch = (address, init) => {
  const url = String(address instanceof Request ? address.url : address);
  return url.startsWith('https://slack.com/') ? fetch(url.replace('https://slack.com', fake), init) : fetch(address, init);
};
