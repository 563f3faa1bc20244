package org.ivrea.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgendaTest {
    private final Agenda agenda = new Agenda(VirtualClock.INSTANCE);
    private final List<String> ran = new ArrayList<>();

    @Test
    void eventsComeInTheOrderOfTimeAndThenOfTheirMaking() {
        agenda.key(200, '3');
        agenda.key(100, '1');
        agenda.key(100, '2');
        assertThat(keysUntil(1_000)).isEqualTo("123");
        assertThat(agenda.now()).isEqualTo(1_000);
    }

    @Test
    void theDeadlineComesWhenNothingElseDoes() {
        agenda.key(501, '1');
        assertThat(agenda.next(500)).isNull();
        assertThat(agenda.now()).isEqualTo(500);
        assertThat(agenda.due()).isNull();
        assertThat(keysUntil(501)).isEqualTo("1");
    }

    @Test
    void actionsRunOnceTheFlowWaitsForTimeToPass() {
        agenda.key(100, '1');
        agenda.then(100, () -> ran.add("at " + agenda.now()));
        assertThat(Objects.requireNonNull(agenda.next(1_000)).key).isEqualTo('1');
        assertThat(agenda.due()).isNull();
        assertThat(ran).isEmpty();
        assertThat(agenda.next(1_000)).isNull();
        assertThat(ran).containsExactly("at 100");
    }

    @Test
    void actionsAtTheDeadlineRunBeforeTheWaitEnds() {
        agenda.then(500, () -> ran.add("at " + agenda.now()));
        assertThat(agenda.next(500)).isNull();
        assertThat(ran).containsExactly("at 500");
    }

    @Test
    void anActionCanAddToTheAgenda() {
        agenda.then(100, () -> agenda.key(100, '7'));
        agenda.key(150, '8');
        assertThat(keysUntil(1_000)).isEqualTo("78");
    }

    @Test
    void whatIsTakenOffTheAgendaDoesNotRun() {
        agenda.then(100, () -> ran.add("first"));
        Runnable off = agenda.then(200, () -> ran.add("second"));
        agenda.then(300, () -> ran.add("third"));
        off.run();
        off.run();
        assertThat(agenda.next(1_000)).isNull();
        assertThat(ran).containsExactly("first", "third");
    }

    @Test
    void thePastIsNow() {
        assertThat(agenda.next(500)).isNull();
        agenda.key(100, '1');
        assertThat(Objects.requireNonNull(agenda.due()).key).isEqualTo('1');
        assertThat(agenda.now()).isEqualTo(500);
    }

    private String keysUntil(long deadline) {
        var keys = new StringBuilder();
        for (Agenda.Event event = agenda.next(deadline); event != null; event = agenda.next(deadline)) {
            keys.append(event.key);
        }
        return keys.toString();
    }
}
