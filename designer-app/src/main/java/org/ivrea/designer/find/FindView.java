package org.ivrea.designer.find;

import java.util.EnumSet;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.designer.workspace.search.SearchIndex;
import org.ivrea.designer.workspace.search.SearchKind;
import org.ivrea.designer.workspace.search.SearchMatch;
import org.ivrea.designer.workspace.search.SearchQuery;
import org.ivrea.designer.workspace.search.SearchResult;
import org.ivrea.flow.document.NodeDocument;

/// Finds text anywhere in the project, while it is typed. A click, or Enter, goes to the place.
public final class FindView extends VBox {
    private static final Messages TEXTS = Messages.of(FindView.class);
    private static final int MOST = 500;
    /// Typing goes on while nothing is searched.
    private static final Duration PAUSE = Duration.millis(120);

    private final Workspace workspace;
    private final FindTarget target;
    private final SearchIndex index;
    private final TextField input = new TextField();
    private final CheckBox matchCase = new CheckBox(TEXTS.get("case"));
    private final CheckBox wholeWord = new CheckBox(TEXTS.get("word"));
    private final Label count = new Label();
    private final Label placeholder = new Label(TEXTS.get("start"));
    private final ListView<SearchMatch> list = new ListView<>();
    private final PauseTransition pause = new PauseTransition(PAUSE);

    public FindView(Workspace workspace, FindTarget target) {
        this.workspace = workspace;
        this.target = target;
        this.index = new SearchIndex(workspace.registry());
        setId("find");
        input.setId("find-input");
        input.setPromptText(TEXTS.get("prompt"));
        input.setAccessibleText(TEXTS.get("prompt.name"));
        input.setPrefWidth(320);
        count.setId("find-count");
        count.getStyleClass().add("ivrea-muted");
        var bar = new HBox(12, input, matchCase, wholeWord, count);
        bar.getStyleClass().addAll("panel-bar", "find-bar");
        list.setId("find-list");
        list.getStyleClass().add("plain-list");
        list.setAccessibleText(TEXTS.get("list"));
        list.setCellFactory(_ -> new MatchCell(this::nodeName));
        list.setPlaceholder(placeholder);
        placeholder.getStyleClass().add("ivrea-muted");
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(bar, list);
        pause.setOnFinished(_ -> find());
        input.textProperty().addListener(_ -> pause.playFromStart());
        matchCase.selectedProperty().addListener(_ -> find());
        wholeWord.selectedProperty().addListener(_ -> find());
        workspace.addAnalysisListener(_ -> {
            if (getScene() != null) {
                find();
            }
        });
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::inputKey);
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                goToSelected();
                event.consume();
            }
        });
        list.setOnMouseClicked(_ -> goToSelected());
    }

    @Override
    public void requestFocus() {
        input.requestFocus();
        input.selectAll();
    }

    /// Looks for a text at once.
    public void find(String text) {
        input.setText(text);
        find();
    }

    private void find() {
        pause.stop();
        SearchQuery query = new SearchQuery(input.getText(), matchCase.isSelected(), wholeWord.isSelected(),
                EnumSet.allOf(SearchKind.class));
        SearchResult result = index.find(workspace.project(), query, MOST);
        List<SearchMatch> matches = result.matches();
        if (!matches.equals(list.getItems())) {
            list.getItems().setAll(matches);
            list.getSelectionModel().selectFirst();
        }
        count.setText(query.text().isEmpty()
                ? ""
                : TEXTS.get(result.more() ? "more" : "count", matches.size()));
        placeholder.setText(query.text().isEmpty() ? TEXTS.get("start") : TEXTS.get("none", query.text()));
    }

    private String nodeName(SearchMatch match) {
        String id = match.node();
        if (id == null) {
            return "";
        }
        NodeDocument node = workspace.editor(match.flow()).map(editor -> editor.document().node(id)).orElse(null);
        String label = node == null ? null : node.label();
        return label == null ? id : label;
    }

    private void inputKey(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case ENTER -> {
                if (pause.getStatus() == javafx.animation.Animation.Status.RUNNING) {
                    find();
                }
                goToSelected();
            }
            case DOWN -> list.getSelectionModel().select(Math.min(at + 1, list.getItems().size() - 1));
            case UP -> list.getSelectionModel().select(Math.max(at - 1, 0));
            default -> {
                return;
            }
        }
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
        event.consume();
    }

    private void goToSelected() {
        SearchMatch match = list.getSelectionModel().getSelectedItem();
        if (match != null) {
            target.goTo(match);
        }
    }
}
