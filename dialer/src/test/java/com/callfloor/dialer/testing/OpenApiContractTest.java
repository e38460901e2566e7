package com.callfloor.dialer.testing;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What compares the answers of all other tests must itself be able to find something. */
class OpenApiContractTest {
    private static final String ALIVE = "/health/live";
    private final OpenApiContract contract = OpenApiContract.published();

    private void check(String path, int status, String mediaType, String body) {
        contract.check("GET", path, status, mediaType, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAnswerAsDescribedPasses() {
        assertThatCode(() -> check(ALIVE, 200, "application/json; charset=utf-8", "{\"status\":\"up\"}"))
                .doesNotThrowAnyException();
        assertThatCode(() -> check("/api/tasks?limit=1", 200, "application/json", "{\"items\":[],\"next\":null}"))
                .doesNotThrowAnyException();
    }

    @Test
    void aMissingAWrongAndAnUndescribedFieldAreFound() {
        assertThatThrownBy(() -> check(ALIVE, 200, "application/json", "{}")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("status");
        assertThatThrownBy(() -> check(ALIVE, 200, "application/json", "{\"status\":\"down\"}"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> check(ALIVE, 200, "application/json", "{\"status\":\"up\",\"more\":1}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("more");
    }

    @Test
    void whatIsWrongDeepInAListIsFound() {
        assertThatThrownBy(() -> check("/api/imports", 200, "application/json", """
                {"items": [{"id": 1, "name": "n", "lender": null, "kind": "delta", "state": "done", "surprise": 1}],
                 "next": null}"""))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("surprise")
                .hasMessageContaining("arrived_at");
    }

    @Test
    void anInstantThatIsNoneIsFound() {
        assertThatThrownBy(() -> check("/api/recorder/awaiting", 200, "application/json",
                "[{\"attempt_id\":\"019cac00-0000-7000-8000-000000000001\",\"case_id\":\"1\",\"answered_at\":\"noon\","
                        + "\"ended_at\":\"2026-11-24T04:00:00Z\"}]"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("answered_at");
    }
    @Test
    void aRefusalInEnglishOnlyIsFound() {
        String english = "{\"type\":\"urn:callfloor:problem:role\",\"title\":\"Not permitted\",\"status\":403,"
                + "\"detail\":\"The role agent may not do this.\"";
        String field = ",\"errors\":[{\"field\":\"name\",\"message\":\"must be given\"}]";
        String chinese = ",\"detail_zh\":\"坐席角色无权执行此操作。\"";

        assertThatCode(() -> check("/api/floor", 403, "application/problem+json", english + chinese + "}"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check("/api/floor", 403, "application/problem+json", english + "}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("without Chinese");
        assertThatThrownBy(() -> check("/api/floor", 403, "application/problem+json", english + chinese + field + "}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("must be given");
    }

    @Test
    void aStatusOrAMediaTypeThatIsNotDescribedIsFound() {
        assertThatThrownBy(() -> check(ALIVE, 418, "application/json", "{}")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("no such answer");
        assertThatThrownBy(() -> check(ALIVE, 200, "text/plain", "up")).isInstanceOf(AssertionError.class)
                .hasMessageContaining("text/plain");
    }
}
