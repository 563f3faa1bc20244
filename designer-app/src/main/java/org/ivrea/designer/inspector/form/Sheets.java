package org.ivrea.designer.inspector.form;

import java.util.Objects;

/// The style sheet of the inspector.
public final class Sheets {
    /// To be added to what is shown in a scene of its own.
    public static final String INSPECTOR = Objects.requireNonNull(
            Sheets.class.getResource("/org/ivrea/designer/inspector/inspector.css")).toExternalForm();

    private Sheets() {}
}
