package com.callfloor.dialer.store;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.cases.CaseNumber;
import com.callfloor.dialer.cases.CaseRow;
import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.cases.PhoneNumber;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Whom a case's lender named, and under which numbers: {@code {"name":"..","numbers":[["+86..","mobile",1,null,null]]}}. */
record CaseListing(String caseRef, String debtorName, List<CaseNumber> numbers) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static CaseListing of(CaseRow row) {
        return new CaseListing(row.caseRef(), row.debtorName(), row.numbers());
    }

    String json() {
        var text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("name", debtorName);
            json.writeArrayFieldStart("numbers");
            for (CaseNumber listed : numbers) {
                json.writeStartArray();
                json.writeString(listed.number().e164());
                json.writeString(Rows.code(listed.role()));
                json.writeNumber(listed.position());
                json.writeString(listed.contactName());
                json.writeString(listed.contactRelation());
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("the listing of case " + caseRef + " cannot be written", e);
        }
        return text.toString();
    }

    static CaseListing read(String caseRef, String json) {
        try {
            JsonNode listing = MAPPER.readTree(json);
            List<CaseNumber> numbers = new ArrayList<>();
            for (JsonNode listed : listing.path("numbers")) {
                numbers.add(new CaseNumber(new PhoneNumber(listed.path(0).asText()),
                        Rows.constant(NumberRole.class, listed.path(1).asText()), listed.path(2).asInt(),
                        listed.path(3).textValue(), listed.path(4).textValue()));
            }
            return new CaseListing(caseRef, listing.path("name").asText(), numbers);
        } catch (IOException e) {
            throw new IllegalStateException("the listing of case " + caseRef + " is not what was written", e);
        }
    }
}
