/**
 * What Slack accepts, in characters unless said otherwise. Source: docs.slack.dev/reference/block-kit (blocks, elements,
 * composition objects) and docs.slack.dev/reference/methods/chat.postMessage.
 */
export const limits = {
  blocks: { message: 50, modal: 100, home: 100 },
  /**
   * All blocks of one message together, as JSON. Slack refuses some 13,200 with `msg_blocks_too_long` and publishes no
   * figure, so this keeps a distance.
   */
  messageJson: 12_000,
  /** One view (modal or Home) as JSON, in bytes. */
  viewJson: 250_000,
  /** Top-level `text`; Slack cuts at 40,000 and advises 4,000. */
  messageText: 4_000,
  blockId: 255,
  actionId: 255,
  url: 3_000,
  text: 3_000,
  sectionFields: 10,
  sectionFieldText: 2_000,
  headerText: 150,
  contextElements: 10,
  actionsElements: 25,
  contextActionsElements: 5,
  buttonText: 75,
  buttonValue: 2_000,
  accessibilityLabel: 75,
  options: 100,
  /** Radio buttons or checkboxes of one element. */
  choices: 10,
  overflowOptions: 5,
  optionText: 75,
  optionValue: 75,
  optionDescription: 75,
  placeholder: 150,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  imageAltText: 2_000,
  imageTitle: 2_000,
  inputLabel: 2_000,
  inputHint: 2_000,
  inputLength: 3_000,
  /** Over all markdown blocks of one message. */
  markdown: 12_000,
  /** A row counts its header row too. */
  tableRows: 100,
  tableColumns: 20,
  /** Over all cells of one message. */
  tableText: 10_000,
  tablesInMessage: 1,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3_000,
  callbackId: 255,
} as const;
