package com.callfloor.dialer.web;

import com.callfloor.dialer.payments.PaymentBook;
import com.callfloor.dialer.payments.PaymentDesk;
import com.callfloor.dialer.payments.PaymentImport;

/** Postings, as the web server takes and shows them. */
public record PaymentParts(PaymentDesk desk, PaymentBook book, PaymentImport importer) {}
