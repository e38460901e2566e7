/** What an agent does with a call besides talking. */
export default {
  talk: {
    hold: 'Hold',
    back: 'Take back',
    held: 'On hold: the debtor hears music',
    returns: 'back by itself at {time}',
    not_held: 'The debtor is NOT on hold and hears you.',
    keys: 'Keys',
    pressed: 'Pressed',
    press: 'Key {key}',
    close_keys: 'Close the keys',
    hold_end: {
      resumed: 'taken back',
      longest: 'after the longest hold',
      transferred: 'another agent took over',
      call_ended: 'the call ended',
    },
  },
}
