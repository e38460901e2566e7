package com.callfloor.dialer.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

import com.callfloor.dialer.cases.intake.CaseFileException;
import com.callfloor.dialer.cases.intake.CaseFileProblem.UnusableMapping;
import com.callfloor.dialer.cases.intake.LenderMapping;
import com.callfloor.dialer.cases.intake.LenderMappings;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.LenderFile;
import com.callfloor.dialer.words.Words;

/** The mappings of {@code config/lenders}, read anew for every file: who edits one need not start anything again. */
record SavedMappings(Path folder) implements LenderMappings {
    @Override
    public List<LenderMapping> all() {
        try {
            return new LenderFile().readAll(folder);
        } catch (ConfigProblem e) {
            throw new CaseFileException(
                    new UnusableMapping(new Words(inConfig(e.words().en()), inConfig(e.words().zh()))), e);
        }
    }

    /** People are told the file's name in the folder of the configuration: where that lies on this machine is nobody's business. */
    private String inConfig(String message) {
        return message.replace(folder.resolveSibling("") + File.separator, "");
    }
}
