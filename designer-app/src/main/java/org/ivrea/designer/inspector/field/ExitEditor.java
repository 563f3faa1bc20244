package org.ivrea.designer.inspector.field;

import java.util.regex.Pattern;
import org.ivrea.designer.edit.Fields;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Slot;
import org.ivrea.flow.json.Json;

/// The name of an exit. It is renamed when the author has finished typing it, so that its wire is kept.
public final class ExitEditor extends TypedEditor {
    private static final Messages TEXTS = Messages.of(ExitEditor.class);
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]{0,63}");

    private Json pending = Json.NULL;

    public ExitEditor(Slot slot) {
        super(slot, new TextFormat() {
            @Override
            public String text(Json value) {
                return Formats.plain(value);
            }

            @Override
            public Typed typed(String text) {
                if (text.isEmpty() || NAME.matcher(text).matches()) {
                    return new Typed.Value(Json.of(text));
                }
                return new Typed.Wrong(TEXTS.get("exit.wrong"));
            }
        }, true);
    }

    @Override
    protected void commit(Json json) {
        pending = json;
    }

    @Override
    protected void left() {
        Json name = pending;
        pending = Json.NULL;
        if (objection() == null && name instanceof Json.Str(String text) && !name.equals(slot().value())) {
            slot().form().applyAlone(Fields.renameExit(slot().form().flow(), slot().form().node(), slot().pointer(),
                    text));
        }
        super.left();
    }

    @Override
    public void refresh() {
        if (pending == Json.NULL) {
            super.refresh();
        }
    }
}
