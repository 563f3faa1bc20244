package org.ivrea.designer.workspace;

import org.ivrea.designer.i18n.Messages;
import org.ivrea.flow.document.FlowDocument;

/// What the workspace says to people.
final class WorkspaceTexts {
    private static final Messages TEXTS = Messages.of(WorkspaceTexts.class);

    private WorkspaceTexts() {}

    static String of(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }

    /// What a look before writing means for the writing.
    ///
    /// @param name of a flow, or of the settings' file
    static SaveOutcome outcome(String name, Look<?> look) {
        return switch (look) {
            case Look.Same<?> _ -> new SaveOutcome.Saved();
            case Look.Changed<?> changed -> new SaveOutcome.Conflict(conflict(name, changed));
            case Look.Gone<?> gone -> new SaveOutcome.Conflict(conflict(name, gone));
            case Look.Broken<?> broken -> new SaveOutcome.Conflict(conflict(name, broken));
        };
    }

    static DiskConflict conflict(String name, Look<?> look) {
        return switch (look) {
            case Look.Changed<?>(Object document) -> new DiskConflict(name,
                    document instanceof FlowDocument flow ? flow : null, of("conflict.changed", name));
            case Look.Gone<?> _ -> new DiskConflict(name, null, of("conflict.gone", name));
            case Look.Broken<?> _ -> new DiskConflict(name, null, of("conflict.broken", name));
            case Look.Same<?> _ -> throw new IllegalArgumentException("no conflict");
        };
    }

}
