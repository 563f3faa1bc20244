package org.ivrea.designer.screenshots;

import java.nio.file.Path;
import java.util.List;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.Fields;
import org.ivrea.designer.edit.Wires;
import org.ivrea.designer.window.MainWindow;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonPointer;

/// What there are pictures of.
enum Scenes {
    /// The page that greets.
    WELCOME {
        @Override
        void prepare(MainWindow window, Path project) {}

        @Override
        boolean isReady(MainWindow window) {
            return window.scene().lookup("#welcome") != null;
        }
    },
    /// A flow being drawn, with all the room there is.
    AUTHOR {
        @Override
        void arrange(MainWindow window) {
            window.actions().get("view.bottom").run().run();
            Frames.settled(3, () -> {
                window.reveal("bank", "services");
                for (int step = 0; step < 2; step++) {
                    window.actions().get("view.zoomOut").run().run();
                }
            });
        }
    },
    /// What is wrong with a flow, and what can be done about it.
    PROBLEMS {
        @Override
        void arrange(MainWindow window) {
            window.workspace().flatMap(it -> it.editor("bank")).ifPresent(editor -> {
                editor.apply(Wires.disconnect(List.of(new ExitRef("services", "agent"),
                        new ExitRef("balance", "timeout"))));
                editor.apply(
                        Fields.set("say-balance", JsonPointer.parse("/prompt/1/value"), Json.of("balanec"), "Prompt"));
            });
            window.reveal("bank", "services");
        }
    },
    /// The command palette.
    COMMANDS {
        @Override
        void arrange(MainWindow window) {
            window.actions().get("help.commands").run().run();
        }
    },
    /// A call in progress.
    CALL {
        @Override
        void arrange(MainWindow window) {
            window.actions().get("call.call").run().run();
            window.actions().get("call.trace").run().run();
        }

        @Override
        int frames() {
            return 240;
        }
    },
    /// The keys at a glance.
    SHORTCUTS {
        @Override
        void arrange(MainWindow window) {
            window.actions().get("help.keys").run().run();
        }
    };

    void prepare(MainWindow window, Path project) {
        window.open(project);
    }

    boolean isReady(MainWindow window) {
        return window.isAnalysed();
    }

    void arrange(MainWindow window) {}

    /// So many frames are waited for before it is drawn.
    int frames() {
        return 20;
    }
}
