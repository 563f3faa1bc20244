package org.ivrea.designer.command;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// One thing that a person can ask the window to do, however it is asked: by menu, button, key or command palette.
///
/// @param id       such as `edit.undo`: the menu and what it does; stable, as it is remembered
/// @param label    as it is now, with an underscore before the mnemonic: `_Undo move of 3 nodes`
/// @param keys     `null` for none
/// @param icon     name of a Feather icon; `null` for none
/// @param enabled  whether it makes sense now
/// @param selected whether what it switches is on; `null` when it is no switch
public record Action(String id, Supplier<String> label, @Nullable KeyCombination keys, @Nullable String icon,
        BooleanSupplier enabled, @Nullable BooleanSupplier selected, Runnable run) {

    public static Action of(String id, String label, Runnable run) {
        return new Action(id, () -> label, null, null, () -> true, null, run);
    }

    /// @param text the key code after `Shortcut+` and `Shift+`, such as `Shortcut+Shift+P`. (What JavaFX itself reads
    ///             takes `PAGE_DOWN` for nine characters.)
    public Action key(String text) {
        String[] parts = text.split("\\+");
        var modifiers = new KeyCombination.Modifier[parts.length - 1];
        for (int i = 0; i < modifiers.length; i++) {
            modifiers[i] = parts[i].equals("Shift") ? KeyCombination.SHIFT_DOWN : KeyCombination.SHORTCUT_DOWN;
        }
        KeyCode code = KeyCode.valueOf(parts[parts.length - 1].toUpperCase(Locale.ROOT));
        return new Action(id, label, new KeyCodeCombination(code, modifiers), icon, enabled, selected, run);
    }

    public Action key(KeyCombination combination) {
        return new Action(id, label, combination, icon, enabled, selected, run);
    }

    public Action icon(String feather) {
        return new Action(id, label, keys, feather, enabled, selected, run);
    }

    public Action when(BooleanSupplier condition) {
        return new Action(id, label, keys, icon, condition, selected, run);
    }

    public Action switching(BooleanSupplier on) {
        return new Action(id, label, keys, icon, enabled, on, run);
    }

    public Action labelled(Supplier<String> text) {
        return new Action(id, text, keys, icon, enabled, selected, run);
    }

    /// The label without the mark of the mnemonic.
    public String plainLabel() {
        return label.get().replace("__", "\0").replace("_", "").replace("\0", "_");
    }

    /// The keys as people read them, such as `Ctrl+Shift+P`; empty for none.
    public String keysText() {
        return keys == null ? "" : keys.getDisplayText();
    }

    /// The menu that it belongs to: what stands before the dot.
    public String menu() {
        return id.substring(0, Math.max(0, id.indexOf('.')));
    }

    /// Does it, if it makes sense now.
    public void runIfEnabled() {
        if (enabled.getAsBoolean()) {
            run.run();
        }
    }
}
