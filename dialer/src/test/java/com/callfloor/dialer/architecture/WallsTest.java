package com.callfloor.dialer.architecture;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

import com.callfloor.dialer.words.Words;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The walls of the house; CONTRIBUTING.md draws them. */
@AnalyzeClasses(packages = "com.callfloor", importOptions = DoNotIncludeTests.class)
class WallsTest {
    private static final String HOUSE = "com.callfloor.dialer.";
    private static final String[] DOMAIN = {HOUSE + "cases..", HOUSE + "rules..", HOUSE + "pacing..",
            HOUSE + "calls..", HOUSE + "agents..", HOUSE + "staff..", HOUSE + "recordings..",
            HOUSE + "supervision..", HOUSE + "trunks..", HOUSE + "payments..",
            HOUSE + "promises..", HOUSE + "tasks..", HOUSE + "dispositions..", HOUSE + "contacts..",
            HOUSE + "strategy..", HOUSE + "scripts..", HOUSE + "effect..", HOUSE + "webhooks..",
            HOUSE + "idempotency..", HOUSE + "messages..", HOUSE + "audit..",
            HOUSE + "quality..", HOUSE + "setup..", HOUSE + "words.."};

    @ArchTest
    static final ArchRule the_domain_knows_only_itself_and_plain_libraries = classes().that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(DOMAIN)
                    .or(resideInAnyPackage("java.lang..", "java.util..", "java.time..", "java.math..", "java.io..",
                            "java.nio..", "java.text..", "java.security..", "javax.crypto..", "org.jspecify..",
                            "org.slf4j..",
                            "com.google.i18n..", "de.siegmar.fastcsv..", "org.dhatim.fastexcel..",
                            "com.password4j..", "org.apache.commons.statistics.."))
                    .or(type(URI.class)));

    @ArchTest
    static final ArchRule the_floor_knows_the_domain_and_no_adapter = noClasses().that()
            .resideInAPackage(HOUSE + "floor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(HOUSE + "pbx..", HOUSE + "store..", HOUSE + "web..", HOUSE + "gateway..",
                    HOUSE + "app..",
                    HOUSE + "config..", HOUSE + "local..", HOUSE + "simulation..");

    @ArchTest
    static final ArchRule adapters_do_not_know_each_other = slices()
            .matching(HOUSE + "(pbx|store|web|gateway)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule only_app_wires = noClasses().that()
            .resideOutsideOfPackage(HOUSE + "app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(HOUSE + "app..");

    /** But for what the recorder is told, with nobody in between. */
    @ArchTest
    static final ArchRule what_the_web_says_it_says_in_both_languages = noClasses().that()
            .resideInAPackage(HOUSE + "web..")
            .and()
            .doNotHaveSimpleName("RecorderEndpoints")
            .should()
            .callMethod(Words.class, "same", String.class);

    @ArchTest
    static final ArchRule only_pbx_knows_asterisk_java = noClasses().that()
            .resideOutsideOfPackage(HOUSE + "pbx..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.asteriskjava..");

    @ArchTest
    static final ArchRule only_store_knows_sql = noClasses().that()
            .resideOutsideOfPackage(HOUSE + "store..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..",
                    "com.zaxxer..", "org.flywaydb..", "com.mysql.."));

    @ArchTest
    static final ArchRule only_web_serves_http = noClasses().that()
            .resideOutsideOfPackage(HOUSE + "web..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.vertx.core.http..", "io.vertx.ext.web.."));

    @ArchTest
    static final ArchRule only_gateways_and_clients_from_outside_call_over_http = noClasses().that()
            .resideOutsideOfPackages(HOUSE + "simulation..", HOUSE + "gateway..",
                    "com.callfloor.recorder.remote..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..");

    @ArchTest
    static final ArchRule only_gateways_speak_openid = noClasses().that()
            .resideOutsideOfPackage(HOUSE + "gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..");

    @ArchTest
    static final ArchRule the_recorder_does_not_know_the_dialer = noClasses().that()
            .resideInAPackage("com.callfloor.recorder..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.callfloor.dialer..");

    @ArchTest
    static final ArchRule packages_of_the_house_form_no_circle = slices().matching(HOUSE + "(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule no_static_state = fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule time_comes_from_an_injected_clock = noClasses().that()
            .resideOutsideOfPackages(HOUSE + "app..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
