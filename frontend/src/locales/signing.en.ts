/** The words of who signs what (签署规则); a part of the English catalogue. */
export const signingEn = {
  signing: {
    paper: 'Paper',
    say: 'Papers fixed from that day on are signed by that version. One after the other: nobody signs before the one in front. New login: whoever signs logs in again.',
    inOrder: 'One after the other',
    anyOrder: 'In any order',
    stepUp: 'New login',
    noStepUp: 'Not asked',
    largeOnly: 'Large payments only',
    addSeat: 'Add who signs',
    removeSeat: '{paper}: take out {seat}',
    up: '{paper}: move up {seat}',
    down: '{paper}: move down {seat}',
    addFact: 'Add a condition',
    removeFact: '{paper}: take out “{fact}”',
    fact: {
      QUERY_RESULT: 'a result of a query is on file',
      NOTICE_SERVED: 'the enforcement notice is served',
      OF_AGE: 'of age',
      PANEL_STANDS: 'who deliberated handles the case today',
      FINAL_REVIEW_PASSED: 'final review passed',
    },
  },
}
