/** The words of who signs what (签署规则); a part of the Chinese catalogue. */
export const signingZh = {
  signing: {
    paper: '文书',
    say: '自施行日起定稿的文书按该版本签署。依次签署的，前一人签署后才轮到后一人；重新登录的，签署时须重新登录。',
    inOrder: '依次',
    anyOrder: '不分先后',
    stepUp: '重新登录',
    noStepUp: '不要求',
    largeOnly: '仅大额',
    addSeat: '加签署人',
    removeSeat: '{paper}：去掉{seat}',
    up: '{paper}：上移{seat}',
    down: '{paper}：下移{seat}',
    addFact: '加条件',
    removeFact: '{paper}：去掉“{fact}”',
    fact: {
      QUERY_RESULT: '查控结果已入卷',
      NOTICE_SERVED: '执行通知书已送达',
      OF_AGE: '已成年',
      PANEL_STANDS: '合议成员为本案今日的承办人',
      FINAL_REVIEW_PASSED: '终本审查已通过',
    },
  },
}
