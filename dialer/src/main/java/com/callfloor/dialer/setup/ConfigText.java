package com.callfloor.dialer.setup;

/** A file of {@code config/} that is shown as it was at the start; such files hold no secrets. */
public record ConfigText(String name, String text) {}
