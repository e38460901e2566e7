package com.callfloor.dialer.gateway;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.gateway.HttpGatewaySettings.Proof;
import com.callfloor.dialer.gateway.HttpGatewaySettings.ReportSettings;
import com.callfloor.dialer.messages.Gateway.Unreadable;
import com.callfloor.dialer.messages.Incoming;
import com.callfloor.dialer.messages.MessageId;
import com.callfloor.dialer.messages.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A provider posts its reports as forms. */
class FormReportTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String REFERENCE = "0193588a-0000-7000-8000-000000000001";
    private static final String SECRET = "a secret of the tests";

    private final ReportReader reader = new ReportReader(new ReportSettings(SECRET, "X-Secret", Proof.SECRET, "",
            "/client_ref", "/sid", "/stat", Set.of("DELIVRD"), Set.of("UNDELIV"), "/from", "/text"), "CN");

    @Test
    void itsFieldsAreFoundUnderTheirNames() throws Exception {
        assertThat(read(FORM, "client_ref=" + REFERENCE + "&stat=DELIVRD&time=2026-11-28+10%3A00%3A00"))
                .containsExactly(new Incoming.Report(MessageId.parse(REFERENCE), Optional.empty(), true, "DELIVRD"));
        assertThat(read(FORM + "; charset=UTF-8", "sid=p7&stat=UNDELIV"))
                .containsExactly(new Incoming.Report(Optional.empty(), Optional.of("p7"), false, "UNDELIV"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, %E9%80%80%E8%AE%A2", "gb18030, %CD%CB%B6%A9"})
    void anAnswerIsReadInTheCharsetThatIsNamed(String charset, String text) throws Exception {
        assertThat(Charset.isSupported(charset)).isTrue();
        assertThat(read("application/x-www-form-urlencoded;charset=" + charset, "from=%2B8613800000001&text=" + text))
                .containsExactly(
                        new Incoming.Answer(new Recipient.Phone(new PhoneNumber("+8613800000001")), "退订"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/x-www-form-urlencoded | a=%4 | without two digits
            application/x-www-form-urlencoded | & | no field
            application/x-www-form-urlencoded; charset=klingon | a=1 | klingon
            text/plain | a=1 | a form says Content-Type
            """)
    void whatIsNoFormIsRefusedWithTheReason(String type, String body, String because) {
        assertThatThrownBy(() -> read(type, body)).isInstanceOf(Unreadable.class).hasMessageContaining(because);
    }

    private List<Incoming> read(String type, String body) throws Exception {
        return reader.read(header -> header.equals("X-Secret") ? SECRET : type, body.getBytes(StandardCharsets.UTF_8));
    }
}
