package org.ivrea.engine.http;

/// A request that is not made, or a reply that is not taken. The message is a whole sentence for people, free of
/// secrets and of addresses.
public final class HttpRefused extends Exception {

    public HttpRefused(String message) {
        super(message, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
