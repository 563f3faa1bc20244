package org.ivrea.engine.simulation;

import java.util.List;
import java.util.Objects;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.Operation;
import org.jspecify.annotations.Nullable;

/// The caller and the world of a call that takes place elsewhere, such as on a switch that is tested: who acts when, and
/// what comes of what the flow asks for. The call's time moves as this side says. For one thread at a time.
public final class OtherEnd {
    private static final Runnable NOTHING = () -> {};

    private final World world;
    private final Caller caller;
    private final Agenda agenda;
    private final Answers answers;
    private final Rings rings;
    private final Chance chance;
    /// Has the caller not press a key that leads out of the queue.
    private Runnable stayAway = NOTHING;
    private boolean answered;

    /// What happens next.
    ///
    /// @param atMs which is now
    /// @param key  `'\0'` when none is pressed
    /// @param end  `null` when the call goes on
    public record Happening(long atMs, char key, @Nullable CallEnd end) {}

    public OtherEnd(World world, Caller caller) {
        this.world = world;
        this.caller = caller;
        agenda = new Agenda(VirtualClock.INSTANCE);
        answers = new Answers(world, Answerer.NONE);
        rings = new Rings(answers);
        chance = new Chance(world.seed());
        caller.calls(agenda);
    }

    public World world() {
        return world;
    }

    public long now() {
        return agenda.now();
    }

    /// Lets time pass until something happens, or until the deadline.
    public Happening next(long deadline) {
        Agenda.Event event = agenda.next(deadline);
        return event == null
                ? new Happening(agenda.now(), Line.NONE, null)
                : new Happening(agenda.now(), event.key, event.end == null ? null : event.end.ofCall(answered));
    }

    /// The call was answered: a caller who hangs up does not withdraw it any more.
    public void answered() {
        answered = true;
    }

    public void hears(Utterance utterance) {
        caller.hears(utterance);
    }

    public void hearsNoMore(Utterance utterance) {
        caller.hearsNoMore(utterance, agenda.now());
    }

    /// @param targets that ring at once
    public Answer.Dial dial(Operation.Dial dial, List<Operation.DialTarget> targets) {
        return rings.first(dial, targets);
    }

    public Answer.Queue queue(Operation.Enqueue enqueue) {
        Answer.Queue answer = Queueing.answer(enqueue, answers);
        stayAway = Queueing.pressExitKey(answer, enqueue, agenda);
        return answer;
    }

    /// The caller waits in no queue any more.
    public void leavesQueue() {
        stayAway.run();
        stayAway = NOTHING;
    }

    public Answer.Voicemail voicemail(Operation.LeaveVoicemail voicemail) {
        return Objects.requireNonNullElse(answers.find(Answer.Voicemail.class, voicemail, voicemail.mailbox()),
                Conversations.USUAL_MESSAGE);
    }

    public Answer.Conference conference(Operation.JoinConference conference) {
        return Objects.requireNonNullElse(answers.find(Answer.Conference.class, conference, conference.room()),
                Conversations.USUAL_STAY);
    }

    public Answer.Speech speech(Operation.Listen listen, String node) {
        return Objects.requireNonNullElse(answers.find(Answer.Speech.class, listen, node), Conversations.USUAL_SPEECH);
    }

    public Answer.Recording recording(Operation.Record record, String node) {
        return Objects.requireNonNullElse(answers.find(Answer.Recording.class, record, node),
                new Answer.Recording(Recordings.USUAL_SPEECH_MS));
    }

    public boolean transfers(Operation.Transfer transfer) {
        Answer.Transfer answer = answers.find(Answer.Transfer.class, transfer, Details.subject(transfer.to()));
        return answer == null || answer.worked();
    }

    public Answer.Execute execute(Operation.Execute execute) {
        return Objects.requireNonNullElse(answers.find(Answer.Execute.class, execute, execute.name()),
                Conversations.USUAL_RUN);
    }

    /// @return `null` when nothing is prepared
    public Answer.@Nullable Http http(Operation.HttpExchange request) {
        return answers.find(Answer.Http.class, request, Exchanges.subject(request));
    }

    public int draw(Operation.Draw draw) {
        return answers.draw(draw, chance);
    }

    public <T> List<T> shuffled(List<T> items) {
        return chance.shuffled(items);
    }
}
