package org.ivrea.designer.welcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.theme.Icons;
import org.ivrea.flow.project.ProjectFolder;
import org.ivrea.flow.project.ProjectTemplate;

/// The page of a window without a project.
public final class WelcomeView extends StackPane {
    private static final Messages TEXTS = Messages.of(WelcomeView.class);

    private static final int NARROW = 290;
    private static final int WIDE = 440;

    private final WelcomeActions actions;

    /// @param recent projects, the newest first
    public WelcomeView(WelcomeActions actions, Collection<Path> recent) {
        this.actions = actions;
        setId("welcome");
        getStyleClass().add("welcome");
        var title = new Label(TEXTS.get("title"));
        title.getStyleClass().add("welcome-title");
        var subtitle = new Label(TEXTS.get("subtitle"));
        subtitle.getStyleClass().addAll("welcome-subtitle", "ivrea-muted");
        var left = new VBox(24, start(), recent(recent));
        left.setPrefWidth(400);
        left.setMinWidth(260);
        var samples = samples();
        HBox.setHgrow(samples, Priority.ALWAYS);
        var columns = new HBox(48, left, samples);
        var page = new VBox(28, new VBox(2, title, subtitle), columns);
        page.setMaxWidth(980);
        page.setMaxHeight(Region.USE_PREF_SIZE);
        page.getStyleClass().add("welcome-page");
        var centred = new StackPane(page);
        StackPane.setAlignment(page, Pos.TOP_CENTER);
        var scroll = new ScrollPane(centred);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().add(scroll);
    }

    private VBox start() {
        return section("start",
                card("welcome-new", "plus-square", TEXTS.get("new"), TEXTS.get("new.detail"), NARROW,
                        actions::newProject),
                card("welcome-open", "folder", TEXTS.get("open"), TEXTS.get("open.detail"), NARROW,
                        actions::chooseFolder));
    }

    private VBox recent(Collection<Path> folders) {
        var section = section("recent");
        if (folders.isEmpty()) {
            var none = new Label(TEXTS.get("recent.none"));
            none.getStyleClass().add("ivrea-muted");
            section.getChildren().add(none);
        }
        folders.forEach(folder -> section.getChildren().add(recentLine(folder, section)));
        return section;
    }

    private Node recentLine(Path folder, VBox section) {
        boolean gone = !Files.exists(folder.resolve(ProjectFolder.SETTINGS));
        Button open = card("recent-" + folder.getFileName(), gone ? "slash" : "git-branch",
                String.valueOf(folder.getFileName()), gone ? TEXTS.get("recent.gone") : shortened(folder), NARROW,
                () -> actions.open(folder));
        open.setDisable(gone);
        HBox.setHgrow(open, Priority.ALWAYS);
        var forget = new Button(null, Icons.of("x", 13));
        forget.getStyleClass().add("welcome-forget");
        forget.setAccessibleText(TEXTS.get("recent.forget", folder));
        var line = new HBox(2, open, forget);
        line.setAlignment(Pos.CENTER_LEFT);
        forget.setOnAction(_ -> {
            section.getChildren().remove(line);
            actions.forget(folder);
        });
        return line;
    }

    /// With the home folder as `~`.
    private static String shortened(Path folder) {
        Path home = Path.of(System.getProperty("user.home", "/"));
        return folder.startsWith(home) && !folder.equals(home) ? "~/" + home.relativize(folder) : folder.toString();
    }

    private VBox samples() {
        var section = section("samples");
        try {
            List<ProjectTemplate> all = Samples.all();
            all.forEach(sample -> section.getChildren().add(card("sample-" + sample.name(), "phone-call",
                    sample.title(), sample.description(), WIDE, () -> actions.openSample(sample))));
        } catch (IOException e) {
            section.getChildren().add(new Label(TEXTS.get("samples.none", String.valueOf(e.getMessage()))));
        }
        var hint = new Label(TEXTS.get("samples.hint"));
        hint.getStyleClass().addAll("ivrea-muted", "ivrea-small");
        hint.setWrapText(true);
        section.getChildren().add(hint);
        return section;
    }

    private static VBox section(String key, Node... content) {
        var heading = new Label(TEXTS.get(key));
        heading.getStyleClass().add("ivrea-caption");
        var section = new VBox(6, heading);
        section.getChildren().addAll(content);
        return section;
    }

    private static Button card(String id, String icon, String title, String detail, int width, Runnable run) {
        var name = new Label(title);
        name.getStyleClass().add("welcome-card-title");
        var text = new VBox(1, name);
        if (!detail.isEmpty()) {
            // A label would not know how wide it is when a button asks how high it is.
            var more = new Text(detail);
            more.getStyleClass().add("welcome-detail");
            more.setWrappingWidth(width);
            text.getChildren().add(more);
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        var sign = new StackPane(Icons.of(icon, 16));
        sign.getStyleClass().add("welcome-card-icon");
        var line = new HBox(12, sign, text);
        line.setAlignment(Pos.CENTER_LEFT);
        var card = new Button(null, line);
        card.setId(id);
        card.getStyleClass().add("welcome-card");
        card.setMaxWidth(Double.MAX_VALUE);
        card.setAlignment(Pos.CENTER_LEFT);
        card.setAccessibleText(title + ". " + detail);
        card.setOnAction(_ -> run.run());
        return card;
    }
}
