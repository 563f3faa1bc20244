package org.ivrea.designer.layout;

/// Follows a tidying, and may stop it. Called on the thread that tidies.
public interface TidyProgress {

    /// Follows nothing and never stops.
    TidyProgress NONE = new TidyProgress() {
        @Override
        public void done(double fraction) {
            // Nobody looks.
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /// Stops when the thread that tidies is interrupted.
    TidyProgress INTERRUPTIBLE = new TidyProgress() {
        @Override
        public void done(double fraction) {
            // Nobody looks.
        }

        @Override
        public boolean isCancelled() {
            return Thread.currentThread().isInterrupted();
        }
    };

    /// @param fraction 0 to 1
    void done(double fraction);

    /// Asked again and again; once true, no edit results.
    boolean isCancelled();
}
