/** Taking recordings away, keeping them, and what their states mean. */
export default {
  evidence: {
    tools: 'What to do with this recording',
    format: 'Kept as',
    choose: 'Choose the recording of {instant}',
    choose_all: 'Choose all that can be exported',
    chosen: '{n} chosen',
    reason: 'Reason',
    reason_short: 'Say why, in {n} characters at least.',
    download: 'Download…',
    download_lead: 'Your name, the time and the reason are kept with the recording.',
    download_done: 'Downloaded.',
    export: 'Export as ZIP',
    export_chosen:
      '{n} recordings, with a manifest, who heard them, and checksums. It is noted with each recording.',
    export_case:
      'All recordings of case {case}, with a manifest, who heard them, and checksums. It is noted with each recording.',
    export_of_case: 'Export all of {case}',
    too_many: 'At most {n} at once.',
    exported: 'Exported: {name}',
    hold: 'Legal hold…',
    hold_lead:
      'It is kept however old it is, until the hold is lifted. Such as a file number, for whoever asks later.',
    hold_done: 'It is kept.',
    hold_case: 'Hold all of {case}…',
    hold_case_lead:
      'All recordings of the case are kept, those to come among them, until the hold is lifted. Such as a file number.',
    hold_case_done: 'They are kept.',
    hold_yes: 'Keep',
    holds: 'Legal holds',
    no_holds: 'Nothing is on hold.',
    in_force: 'In force',
    lifted_too: 'Lifted ones too',
    kept: 'What is kept',
    all_of_case: 'All of case {id}',
    one_recording: 'One recording',
    placed: 'Placed',
    lift: 'Lift…',
    lift_lead: 'What it kept is deleted by the next run of retention, if it is due.',
    lifted: 'Lifted',
    guide: 'What do the states mean?',
    about: {
      expected:
        'The call is over, and its sound is on the way to the vault. It can be heard once it is there.',
      stored: 'Its sound is in the vault, checked and with its fingerprint.',
      missing: 'The PBX has no sound of this call. The call and the reason stay in the books.',
      deleted: 'Its time was over and its sound is deleted. What it was and who heard it stays in the books.',
    },
  },
}
