package com.callfloor.dialer.app;

import java.nio.file.Files;
import java.nio.file.Path;

import com.callfloor.dialer.cases.intake.CaseFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SavedMappingsTest {
    @TempDir
    private Path config;

    @Test
    void aMappingThatCannotBeReadIsNamedAsItIsInTheConfigurationAndNotByAPathOfThisMachine() throws Exception {
        Path folder = Files.createDirectories(config.resolve("lenders"));
        Files.writeString(folder.resolve("harbour.yaml"), "lender: Harbour Bank\ncharset: EBCDIC\n");

        assertThatExceptionOfType(CaseFileException.class).isThrownBy(() -> new SavedMappings(folder).all())
                .satisfies(refused -> {
                    assertThat(refused.problem().message()).startsWith("lenders/harbour.yaml: charset 'EBCDIC'");
                    assertThat(refused.problem().words().zh())
                            .isEqualTo("委托方映射无法使用：lenders/harbour.yaml：charset“EBCDIC”须为 UTF-8 或 GB18030");
                });
    }
}
