package org.ivrea.designer.prompts;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.ivrea.designer.audio.Sound;
import org.ivrea.designer.audio.SoundFailure;
import org.ivrea.designer.audio.SpeechFailure;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.workspace.WorkspaceListener;
import org.ivrea.flow.document.NodeId;
import org.ivrea.flow.project.Project;
import org.jspecify.annotations.Nullable;

/// The panel of the project's recordings.
public final class PromptsView extends Region {
    private static final Messages TEXTS = Messages.of(PromptsView.class);
    private static final ExecutorService DISK = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("ivrea-prompts").factory());

    private enum Filter {
        ALL, MISSING, UNUSED
    }

    private interface Work {
        String run(PromptFiles files) throws SoundFailure, SpeechFailure, InterruptedException;
    }

    private final PromptsContext context;
    private final PromptTable table = new PromptTable();
    private final PromptDetail detail;
    private final ComboBox<Filter> filter = new ComboBox<>();
    private final Label summary = new Label();
    private final Label message = new Label();
    private final Button draftAll = new Button(TEXTS.get("draftAll"));
    private final ProgressBar progress = new ProgressBar(0);
    private final BorderPane pane = new BorderPane();
    private List<PromptRow> rows = List.of();
    private long request;
    private volatile boolean drafting;

    public PromptsView(PromptsContext context) {
        this.context = context;
        detail = new PromptDetail(this::loadWave, use -> context.reveal(use.flow(), use.node()));
        setId("prompts");
        getStyleClass().add("prompts");
        getStylesheets().add(Objects.requireNonNull(PromptsView.class.getResource("prompts.css")).toExternalForm());
        pane.setTop(bar());
        var split = new SplitPane(table, detail);
        split.setDividerPositions(0.6);
        pane.setCenter(split);
        getChildren().add(pane);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, selected) -> select(selected));
        detail.rename.setOnAction(_ -> rename());
        detail.name.setOnAction(_ -> rename());
        detail.play.setOnAction(_ -> play());
        detail.choose.setOnAction(_ -> choose());
        detail.draft.setOnAction(_ -> draftOne());
        detail.delete.setOnAction(_ -> delete());
        setOnDragOver(this::dragOver);
        setOnDragDropped(this::dropped);
        context.workspace().addAnalysisListener(_ -> refresh());
        context.workspace().addListener(new WorkspaceListener() {
            @Override
            public void otherFilesChanged() {
                refresh();
            }
        });
        refresh();
    }

    private HBox bar() {
        filter.setId("prompts-filter");
        filter.getItems().setAll(Filter.values());
        filter.setValue(Filter.ALL);
        filter.setAccessibleText(TEXTS.get("filter"));
        filter.setConverter(new javafx.util.StringConverter<>() {
            @Override
            public String toString(@Nullable Filter value) {
                return value == null ? "" : TEXTS.get("filter." + value.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public @Nullable Filter fromString(@Nullable String words) {
                return null;
            }
        });
        filter.setOnAction(_ -> showRows());
        draftAll.setId("prompts-draft-all");
        draftAll.setOnAction(_ -> draftAll());
        progress.setVisible(false);
        progress.setPrefWidth(90);
        message.setId("prompts-message");
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        summary.getStyleClass().add("ivrea-muted");
        var bar = new HBox(8, filter, summary, message, progress, draftAll);
        bar.getStyleClass().add("prompts-bar");
        return bar;
    }

    /// Selects a recording and makes it visible.
    public void reveal(String file) {
        filter.setValue(Filter.ALL);
        if (!table.select(file)) {
            message.setText(TEXTS.get("reveal.none", file));
        }
    }

    private Project project() {
        return context.workspace().project();
    }

    private List<String> languages() {
        return project().settings().languages();
    }

    private PromptFiles files() {
        return new PromptFiles(context.workspace().folder());
    }

    /// Looks again, in the background.
    public void refresh() {
        long number = ++request;
        Project now = project();
        DISK.execute(() -> {
            List<PromptRow> found = PromptCatalog.of(now);
            Platform.runLater(() -> {
                if (number == request) {
                    rows = found;
                    showRows();
                }
            });
        });
    }

    private void showRows() {
        long missing = rows.stream().filter(PromptRow::isMissingAny).count();
        summary.setText(TEXTS.get("summary", rows.size(), missing));
        table.show(rows.stream().filter(row -> switch (filter.getValue()) {
            case ALL -> true;
            case MISSING -> row.isMissingAny();
            case UNUSED -> row.isUnused();
        }).toList(), languages());
        draftAll.setDisable(!drafting && (missing == 0 || languages().stream().noneMatch(context.voice()::speaks)));
        select(table.getSelectionModel().getSelectedItem());
    }

    private void select(@Nullable PromptRow row) {
        detail.show(row, languages());
        if (row != null) {
            loadWave(row, detail.chosenLanguage());
        }
    }

    private void loadWave(PromptRow row, String language) {
        if (!row.states().getOrDefault(language, PromptState.MISSING).exists()) {
            return;
        }
        PromptFiles files = files();
        DISK.execute(() -> {
            try {
                Sound sound = files.read(language, row.file());
                Platform.runLater(() -> {
                    if (Objects.equals(detail.row(), row) && detail.chosenLanguage().equals(language)) {
                        detail.wave(sound);
                    }
                });
            } catch (SoundFailure e) {
                Platform.runLater(() -> message.setText(e.getMessage()));
            }
        });
    }

    /// Does something with files in the background, says what came of it, and looks again.
    private void work(Work work, Runnable afterwards) {
        Optional<String> obstacle = context.workspace().readOnlyReason();
        if (obstacle.isPresent()) {
            message.setText(obstacle.get());
            return;
        }
        PromptFiles files = files();
        DISK.execute(() -> {
            String told;
            boolean done = false;
            try {
                told = work.run(files);
                done = true;
            } catch (SoundFailure | SpeechFailure e) {
                told = String.valueOf(e.getMessage());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
            String words = told;
            boolean worked = done;
            Platform.runLater(() -> {
                message.setText(words);
                context.status(words);
                if (worked) {
                    afterwards.run();
                }
                refresh();
            });
        });
    }

    private void rename() {
        PromptRow row = detail.row();
        String name = detail.name.getText().strip();
        if (row == null || name.equals(row.file())) {
            return;
        }
        String file = name.toLowerCase(Locale.ROOT).endsWith(".wav") ? name : name + ".wav";
        List<String> all = languages();
        work(files -> {
            files.rename(all, row.file(), file);
            return TEXTS.get("renamed", row.file(), file);
        }, () -> PromptEdits.rename(context.workspace(), row.file(), file, (from, to) -> work(files -> {
            files.rename(all, from, to);
            return TEXTS.get("renamed", from, to);
        }, () -> {})));
    }

    private void play() {
        PromptRow row = detail.row();
        if (row == null) {
            return;
        }
        context.player().stopAll();
        if (!context.player().isAudible()) {
            message.setText(TEXTS.get("noDevice"));
            return;
        }
        String language = detail.chosenLanguage();
        work(files -> {
            context.player().play(files.read(language, row.file()));
            return "";
        }, () -> {});
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(TEXTS.get("sounds"), "*.wav", "*.aif", "*.aiff", "*.au"));
        File file = chooser.showOpenDialog(getScene().getWindow());
        PromptRow row = detail.row();
        if (file != null && row != null) {
            take(List.of(file.toPath()), row.file());
        }
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        PromptRow row = detail.row();
        List<Path> paths = event.getDragboard().getFiles().stream().map(File::toPath).toList();
        take(paths, row != null && paths.size() == 1 ? row.file() : null);
        event.setDropCompleted(true);
        event.consume();
    }

    /// Takes files over as recordings in the chosen language, or in the project's first.
    ///
    /// @param file whose recording it is; `null` for recordings with the files' own names
    void take(List<Path> sources, @Nullable String file) {
        String language = detail.chosenLanguage().isEmpty() ? languages().getFirst() : detail.chosenLanguage();
        for (Path source : sources) {
            String base = source.getFileName().toString().replaceAll("\\.[^.]*$", "");
            String name = file == null ? NodeId.from(base) + ".wav" : file;
            work(files -> files.take(source, language, name), () -> {});
        }
    }

    private void draftOne() {
        PromptRow row = detail.row();
        String language = detail.chosenLanguage();
        String text = row == null ? null : row.texts().get(language);
        if (row != null && text != null) {
            work(files -> {
                files.draft(context.voice(), language, row.file(), text);
                return TEXTS.get("drafted", 1);
            }, () -> {});
        }
    }

    private record Draft(String language, String file, String text) {}

    /// Speaks all that is missing and has a text. A second press stops it; what is spoken by then stays.
    private void draftAll() {
        if (drafting) {
            drafting = false;
            return;
        }
        List<Draft> missing = new ArrayList<>();
        for (PromptRow row : rows) {
            row.states().forEach((language, state) -> {
                String text = row.texts().get(language);
                if (!state.exists() && text != null && context.voice().speaks(language)) {
                    missing.add(new Draft(language, row.file(), text));
                }
            });
        }
        drafting = true;
        draftAll.setText(TEXTS.get("cancel"));
        progress.setVisible(true);
        progress.setProgress(0);
        work(files -> {
            int done = 0;
            try {
                for (Draft draft : missing) {
                    if (!drafting) {
                        break;
                    }
                    files.draft(context.voice(), draft.language(), draft.file(), draft.text());
                    double share = ++done / (double) missing.size();
                    Platform.runLater(() -> progress.setProgress(share));
                }
                return TEXTS.get("drafted", done);
            } finally {
                drafting = false;
                Platform.runLater(() -> {
                    progress.setVisible(false);
                    draftAll.setText(TEXTS.get("draftAll"));
                });
            }
        }, () -> {});
    }

    private void delete() {
        PromptRow row = detail.row();
        List<String> all = languages();
        if (row != null && row.isUnused()) {
            work(files -> {
                files.delete(all, row.file());
                return TEXTS.get("deleted", row.file());
            }, () -> {});
        }
    }

    @Override
    protected void layoutChildren() {
        pane.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
