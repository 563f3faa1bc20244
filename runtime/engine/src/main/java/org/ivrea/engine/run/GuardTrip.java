package org.ivrea.engine.run;

/// A guard stopped the flow. Only a flow's error handler can still say something; after that the call ends.
final class GuardTrip extends RuntimeException {
    private final String guard;

    GuardTrip(String guard, String message) {
        super(message, null, false, false);
        this.guard = guard;
    }

    String guard() {
        return guard;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
