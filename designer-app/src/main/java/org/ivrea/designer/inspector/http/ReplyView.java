package org.ivrea.designer.inspector.http;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.ivrea.designer.edit.Fields;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.field.JsonTexts;
import org.ivrea.designer.inspector.field.TextFormat.Typed;
import org.ivrea.designer.inspector.form.FormContext;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Marks;
import org.ivrea.engine.call.Operation.HttpOutcome;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;
import org.ivrea.flow.problem.Severity;

/// What came back: status, time, exit, body, and in a body of JSON the values to choose an output from.
final class ReplyView extends VBox {
    private static final Messages TEXTS = Messages.of(ReplyView.class);
    private static final int LONGEST = 20_000;

    private final FormContext form;
    private JsonPointer chosen = JsonPointer.ROOT;

    ReplyView(FormContext form, Attempt attempt) {
        super(6);
        this.form = form;
        setId("try-reply");
        if (attempt.outcome() instanceof HttpOutcome.Reply reply) {
            Label status = new Label(TEXTS.get("status", String.valueOf(reply.status()), attempt.ms()));
            status.setId("try-status");
            status.getStyleClass().add("inspector-label");
            getChildren().add(status);
        }
        getChildren().add(attempt.failed()
                ? Marks.message(Severity.ERROR, attempt.message())
                : Labels.muted(TEXTS.get("exit", attempt.message())));
        attempt.assigned().forEach((name, value) -> getChildren().add(
                Labels.muted(TEXTS.get("assigned", name, value.length() > 80 ? value.substring(0, 80) + "…" : value))));
        if (attempt.outcome() instanceof HttpOutcome.Reply reply && !reply.body().isEmpty()) {
            body(reply.body());
        }
    }

    private void body(String body) {
        if (JsonTexts.typed(body) instanceof Typed.Value(Json value) && !value.isScalar()) {
            Hyperlink take = Labels.link(TEXTS.get("take"), this::take);
            take.setId("try-take");
            take.setDisable(true);
            Label pointer = Labels.muted("");
            var tree = new JsonTree(value, at -> {
                chosen = at;
                pointer.setText(TEXTS.get("pointer", at.toString()));
                take.setDisable(false);
            });
            getChildren().addAll(tree, pointer, take);
        } else {
            var area = new TextArea(body.length() > LONGEST ? body.substring(0, LONGEST) + "…" : body);
            area.setEditable(false);
            area.setWrapText(true);
            area.setPrefRowCount(8);
            area.getStyleClass().add("inspector-mono");
            getChildren().add(area);
        }
    }

    /// Adds an output for the chosen value; its variable is the author's to name.
    private void take() {
        Json outputs = form.document().field("outputs");
        int count = outputs instanceof Json.Arr(var items) ? items.size() : 0;
        String last = chosen.token().replaceAll("[^A-Za-z0-9_]", "_");
        String name = last.isEmpty() || Character.isDigit(last.charAt(0)) ? "value" + last : last;
        form.applyAlone(Fields.insertItem(form.node(), JsonPointer.ROOT.child("outputs"), count,
                Json.obj("variable", Json.of(name), "pointer", Json.of(chosen.toString())), TEXTS.get("outputs")));
    }
}
