/** 通话过程中，坐席除交谈外能做的事。 */
export default {
  talk: {
    hold: '保持',
    back: '恢复通话',
    held: '保持中：对方正在听音乐',
    returns: '{time} 自动恢复通话',
    not_held: '未能保持，对方仍能听到您的声音。',
    keys: '拨号键',
    pressed: '已按',
    press: '按键 {key}',
    close_keys: '收起拨号键',
    hold_end: {
      resumed: '已恢复通话',
      longest: '达到最长保持时间',
      transferred: '已由其他坐席接手',
      call_ended: '通话结束',
    },
  },
}
