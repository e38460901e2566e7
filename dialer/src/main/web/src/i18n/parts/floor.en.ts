/** What supervisors tell agents, and what the wall warns of. */
export default {
  notices: {
    title: 'Messages from supervisors',
    write: 'Message to an agent or a team',
    text: 'Message',
    to: 'To',
    team: 'Team {name} ({n})',
    send: 'Send',
    menu: 'Message…',
    to_team: 'Message a team',
    no_team:
      'No team has members yet: an administrator gives agents a team under People. One agent is written to from their row.',
    sent: 'Sent to {n} agent | Sent to {n} agents',
    read: 'Read',
    was_read: '{name} has read your message',
  },
  alerts: {
    title: 'Alerts',
    acknowledge: 'Seen',
    seen_by: 'seen by {name}',
    hours: '{n} hour | {n} hours',
    days: '{n} day | {n} days',
    kind: {
      abandonment: 'Abandonment',
      trunk: 'Trunk',
      answer_rate: 'Answer rate',
      recording: 'Recording',
      recording_flaws: 'Recordings',
      cadence: 'Cadence',
      agent_state: 'Agent',
    },
    abandonment:
      '{name}: {share} of {calls} answered calls were abandoned in the last {window}; the cap is {cap}.',
    trunk: 'Trouble with {name}: {why}',
    answer_rate:
      '{name}: {share} of the last {calls} calls were answered, {before} in the four hours before.',
    recording: 'Nobody is called: {why}',
    recording_flaws:
      'Recordings of the last hour: {missing} missing, {too_short} too short, {one_sided} with a silent side.',
    cadence: '{name}: {cases} open cases ({share}) are behind their target of calls a week.',
    agent_state: '{name} has been in {state} for {time}; {allowed} is allowed.',
  },
}
