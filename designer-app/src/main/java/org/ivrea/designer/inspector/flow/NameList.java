package org.ivrea.designer.inspector.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.inspector.form.Labels;
import org.ivrea.designer.inspector.form.Marks;
import org.ivrea.flow.problem.Severity;
import org.jspecify.annotations.Nullable;

/// A list of short names: exits of a flow, languages of a project. A name is taken over when it is finished.
final class NameList extends VBox {
    private static final Messages TEXTS = Messages.of(NameList.class);

    private final Supplier<List<String>> get;
    private final Consumer<List<String>> set;
    private final Function<String, @Nullable String> objection;
    private BiConsumer<String, String> renamed = (_, _) -> {};
    private boolean followed;
    private final VBox list = new VBox(4);
    private final Label message = Marks.message(Severity.ERROR, "");
    private final String id;
    private @Nullable List<String> shown;
    private boolean showing;

    NameList(String id, String label, Supplier<List<String>> get, Consumer<List<String>> set,
            Function<String, @Nullable String> objection) {
        this.id = id;
        this.get = get;
        this.set = set;
        this.objection = objection;
        getStyleClass().add("inspector-row");
        setId(id);
        var title = new Label(label);
        title.getStyleClass().add("inspector-label");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Hyperlink add = Labels.link(TEXTS.get("add"), this::add);
        add.setId("add-" + id);
        add.setAccessibleText(TEXTS.get("addTo", label));
        var header = new HBox(4, title, gap, add);
        header.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(header, list, message);
        object(null);
    }

    /// Has others told of a name that becomes another one, who change the list then.
    NameList onRename(BiConsumer<String, String> listener) {
        renamed = listener;
        followed = true;
        return this;
    }

    void refresh() {
        List<String> names = get.get();
        if (names.equals(shown)) {
            return;
        }
        showing = true;
        try {
            shown = names;
            list.getChildren().clear();
            for (int index = 0; index < names.size(); index++) {
                list.getChildren().add(row(names, index));
            }
            if (names.isEmpty()) {
                list.getChildren().add(Labels.muted(TEXTS.get("none")));
            }
        } finally {
            showing = false;
        }
    }

    private HBox row(List<String> names, int index) {
        String name = names.get(index);
        var field = new TextField(name);
        field.setId(id + "-" + index);
        field.getStyleClass().add("inspector-mono");
        field.setAccessibleText(name);
        Runnable finish = () -> rename(index, name, field.getText().strip());
        field.setOnAction(_ -> finish.run());
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                finish.run();
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        Button up = Labels.icon("arrow-up", TEXTS.get("name.up", name), () -> move(index));
        up.setDisable(index == 0);
        Button remove = Labels.icon("x", TEXTS.get("name.remove", name), () -> remove(index));
        return new HBox(2, field, up, remove);
    }

    private void add() {
        List<String> names = new ArrayList<>(get.get());
        if (!names.contains("")) {
            showing = true;
            shown = null;
            names.add("");
            list.getChildren().clear();
            for (int index = 0; index < names.size(); index++) {
                list.getChildren().add(row(names, index));
            }
            showing = false;
        }
        if (list.getChildren().getLast() instanceof HBox row) {
            row.getChildren().getFirst().requestFocus();
        }
    }

    private void rename(int index, String old, String text) {
        List<String> names = new ArrayList<>(get.get());
        if (showing || text.equals(old) || text.isEmpty() && index >= names.size()) {
            return;
        }
        String wrong = names.contains(text) ? TEXTS.get("name.taken", text) : objection.apply(text);
        object(wrong);
        if (wrong == null && followed && index < names.size() && names.get(index).equals(old)) {
            renamed.accept(old, text);
            refresh();
        } else if (wrong == null) {
            if (index < names.size()) {
                names.set(index, text);
            } else {
                names.add(text);
            }
            change(names);
        }
    }

    private void move(int index) {
        List<String> names = new ArrayList<>(get.get());
        names.add(index - 1, names.remove(index));
        change(names);
    }

    private void remove(int index) {
        List<String> names = new ArrayList<>(get.get());
        if (index < names.size()) {
            names.remove(index);
        }
        object(null);
        if (names.equals(get.get())) {
            shown = null;
            refresh();
        } else {
            change(names);
        }
    }

    private void change(List<String> names) {
        showing = true;
        try {
            set.accept(names);
        } finally {
            showing = false;
        }
        if (!Objects.equals(shown, get.get())) {
            refresh();
        }
    }

    private void object(@Nullable String wrong) {
        message.setText(wrong == null ? "" : wrong);
        message.setVisible(wrong != null);
        message.setManaged(wrong != null);
    }

    void focus() {
        if (!list.getChildren().isEmpty() && list.getChildren().getFirst() instanceof HBox row) {
            row.getChildren().getFirst().requestFocus();
        }
    }
}
