package com.callfloor.dialer.app;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.config.FloorConfig.AlertsSection;
import com.callfloor.dialer.supervision.alerts.AlertSettings;

/** Reads when the wall warns. */
final class AlertsReader {
    private AlertsReader() {}

    static AlertSettings read(FloorConfig config) throws ConfigProblem {
        AlertsSection section = config.alerts();
        try {
            return new AlertSettings(section.calm(), section.abandonmentNear(), section.leastAnswered(),
                    section.answerRateFall(), section.leastCalls(), section.casesBehind(), section.leastCases(),
                    section.leastRecordings(), section.longestWrapUp(), section.longestBreak());
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem("config/floor.yaml, alerts: " + e.getMessage());
        }
    }
}
