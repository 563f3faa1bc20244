package org.ivrea.designer.servers.export;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.servers.Parts;
import org.ivrea.designer.servers.ServersModel;
import org.jspecify.annotations.Nullable;

/// Leads through the export of a project to servers.
public final class ExportWizard {
    private static final Messages TEXTS = Messages.of(Parts.class);

    private final Stage stage = new Stage();
    private final BorderPane root = new BorderPane();
    private final VBox steps = new VBox(4);
    private final Label title = new Label();
    private final Label lead = Parts.text("", "ivrea-muted");
    private final Button back = Parts.button("export-back", TEXTS.get("back"), null, () -> go(-1));
    private final Button next = Parts.button("export-next", TEXTS.get("next"), null, this::next);
    private final Button close = Parts.button("export-close", TEXTS.get("cancel"), null, this::close);
    private final ExportPlan plan = new ExportPlan();
    private final SetupPage setup;
    private final GoPage go;
    private final List<ExportPage> pages;
    private int at = -1;

    public ExportWizard(ServersModel servers, ExportContext context, @Nullable Window owner) {
        String project = context.workspace().project().settings().name();
        setup = new SetupPage(servers, plan, project);
        go = new GoPage(servers, plan);
        pages = List.of(setup, new ChecksPage(context, plan), new NamesPage(servers, plan),
                new ChangesPage(servers, plan), go);
        if (owner != null && owner.isShowing()) {
            stage.initOwner(owner);
        }
        stage.setTitle(TEXTS.get("export.title", project));
        root.setId("export-wizard");
        root.getStyleClass().add("export-wizard");
        Parts.style(root);
        steps.getStyleClass().add("export-steps");
        root.setLeft(steps);
        title.getStyleClass().add("export-title");
        next.setDefaultButton(true);
        var buttons = new HBox(8, Parts.gap(), back, next, close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("export-buttons");
        root.setBottom(buttons);
        var scene = new Scene(root, 960, 640);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !go.isUnderWay()) {
                close();
                event.consume();
            }
        });
        stage.setScene(scene);
        stage.setMinWidth(720);
        stage.setMinHeight(480);
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        show(0);
    }

    public Stage stage() {
        return stage;
    }

    public void show() {
        stage.show();
    }

    private void show(int page) {
        if (at >= 0) {
            pages.get(at).leave();
        }
        at = page;
        ExportPage shown = pages.get(page);
        title.setText(TEXTS.get("page." + shown.id()));
        lead.setText(TEXTS.get("page." + shown.id() + ".lead"));
        var body = new VBox(14, new VBox(2, title, lead), shown.content());
        VBox.setVgrow(shown.content(), javafx.scene.layout.Priority.ALWAYS);
        body.getStyleClass().add("export-body");
        body.setMinSize(0, 0);
        root.setCenter(body);
        next.disableProperty().unbind();
        next.disableProperty().bind(shown.ready().not());
        boolean last = page == pages.size() - 1;
        next.setText(TEXTS.get(page == pages.size() - 2 ? "go" : "next"));
        next.setVisible(!last);
        next.setManaged(!last);
        back.setDisable(page == 0 || last);
        back.setVisible(!last);
        close.textProperty().unbind();
        close.disableProperty().unbind();
        close.setDisable(false);
        close.setText(TEXTS.get(last ? "close" : "cancel"));
        if (last) {
            close.disableProperty().bind(shown.ready().not());
        }
        drawSteps();
        shown.enter();
    }

    private void drawSteps() {
        List<HBox> drawn = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            var number = new Label(Integer.toString(i + 1));
            number.getStyleClass().add("step-number");
            var step = new HBox(10, number, new Label(TEXTS.get("page." + pages.get(i).id())));
            step.getStyleClass().addAll("step", i < at ? "past" : i == at ? "present" : "future");
            step.setAlignment(Pos.CENTER_LEFT);
            drawn.add(step);
        }
        steps.getChildren().setAll(drawn);
    }

    private void next() {
        if (at == 0) {
            setup.commit(good -> {
                if (good) {
                    go(1);
                }
            });
        } else {
            go(1);
        }
    }

    private void go(int by) {
        show(at + by);
    }

    private void close() {
        if (go.isUnderWay()) {
            return;
        }
        pages.get(at).leave();
        go.close();
        setup.forget();
        stage.close();
    }
}
