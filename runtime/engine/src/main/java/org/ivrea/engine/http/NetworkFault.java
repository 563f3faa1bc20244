package org.ivrea.engine.http;

import org.ivrea.engine.call.Operation.HttpOutcome;

/// A failure of the network that another attempt may not meet.
final class NetworkFault extends Exception {
    private final boolean sent;
    private final boolean timeout;

    /// @param message a whole sentence for people
    /// @param sent    false when the service cannot have seen the request
    /// @param timeout true when something took too long
    NetworkFault(String message, boolean sent, boolean timeout) {
        super(message, null, false, false);
        this.sent = sent;
        this.timeout = timeout;
    }

    boolean sent() {
        return sent;
    }

    /// The same fault after an earlier request of the exchange has been sent, or not.
    NetworkFault after(boolean sentBefore) {
        return sentBefore && !sent ? new NetworkFault(String.valueOf(getMessage()), true, timeout) : this;
    }

    HttpOutcome outcome() {
        String reason = String.valueOf(getMessage());
        return timeout ? new HttpOutcome.TimedOut(reason) : new HttpOutcome.Failed(reason);
    }
}
