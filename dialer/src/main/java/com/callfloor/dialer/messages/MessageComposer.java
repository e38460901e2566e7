package com.callfloor.dialer.messages;

import java.util.EnumMap;
import java.util.Map;

import com.callfloor.dialer.messages.MessageTemplate.Composed;
import com.callfloor.dialer.scripts.CallerNames;
import com.callfloor.dialer.scripts.CaseValues;
import com.callfloor.dialer.scripts.Figures;
import com.callfloor.dialer.scripts.Language;
import com.callfloor.dialer.words.Objection;
import com.callfloor.dialer.words.Words;

/** Makes texts from templates, in the debtor's language. Immutable. */
public final class MessageComposer {
    private final TemplateLibrary templates;
    private final CallerNames caller;

    public MessageComposer(TemplateLibrary templates, CallerNames caller) {
        this.templates = templates;
        this.caller = caller;
    }

    /**
     * Composes.
     *
     * @throws Uncomposable saying what is missing
     */
    public Composed compose(Draft draft) throws Uncomposable {
        Language language = draft.language().map(Language::nearest).orElse(caller.usual());
        MessageTemplate template = templates.find(draft.template(), draft.channel(), language)
                .orElseThrow(() -> new Uncomposable(Words.of("there is no template %s.%s.%s in config/messages",
                        "config/messages 中没有模板 %s.%s.%s", draft.template(), draft.channel().code(),
                        language.tag())));
        try {
            return template.fill(values(draft, language));
        } catch (IllegalArgumentException e) {
            throw new Uncomposable(Words.of("the template %s cannot be filled for this case: %s",
                    "模板 %s 无法按此案件填写：%s", draft.template(), Objection.of(e)));
        }
    }

    private Map<MessageVariable, String> values(Draft draft, Language language) {
        Map<MessageVariable, String> values = new EnumMap<>(MessageVariable.class);
        values.put(MessageVariable.CALLER_NAME, caller.in(language));
        values.put(MessageVariable.CALLBACK_NUMBER, caller.callbackNumber());
        values.put(MessageVariable.OPT_OUT, OptOutWords.offered(language));
        values.put(MessageVariable.DEBTOR_NAME, draft.debtorName());
        values.put(MessageVariable.LENDER, CaseValues.lender(draft.lender(), language));
        values.put(MessageVariable.PRODUCT, CaseValues.product(draft.product(), language));
        values.put(MessageVariable.AMOUNT_DUE, Figures.amount(draft.amountDue(), language));
        values.put(MessageVariable.DUE_DATE, Figures.day(draft.dueDate(), language));
        values.put(MessageVariable.CASE_REF, CaseValues.shownRef(draft.caseRef()));
        draft.promised().ifPresent(instalment -> {
            values.put(MessageVariable.PROMISED_AMOUNT, Figures.amount(instalment.amount(), language));
            values.put(MessageVariable.PROMISED_DATE, Figures.day(instalment.date(), language));
        });
        return values;
    }

    /** A message for which there is no text. */
    public static final class Uncomposable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Words what;

        Uncomposable(Words what) {
            super(what.en());
            this.what = what;
        }

        public Words what() {
            return what;
        }
    }
}
