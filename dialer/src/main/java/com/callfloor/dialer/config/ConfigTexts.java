package com.callfloor.dialer.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.setup.ConfigText;

/** Files of the configuration as they are, for people. */
public final class ConfigTexts {
    private static final String YAML = ".yaml";

    private ConfigTexts() {}

    /**
     * The files, then those of the folders.
     *
     * @param root what names are told from
     */
    public static List<ConfigText> of(Path root, List<Path> files, List<Path> folders) throws ConfigProblem {
        List<Path> all = new ArrayList<>(files);
        for (Path folder : folders) {
            all.addAll(ConfigFolder.files(folder, YAML));
        }
        List<ConfigText> texts = new ArrayList<>();
        for (Path file : all) {
            texts.add(new ConfigText(root.relativize(file).toString(), ConfigFolder.text(file)));
        }
        return List.copyOf(texts);
    }
}
