package org.ivrea.freeswitch.real;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A call of a [Phone], placed or taken by it.
public final class PhoneCall implements AutoCloseable {
    private final Phone phone;
    private final String id;
    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final int port;
    private final Voice voice = new Voice();
    private final @Nullable SipMessage invitation;
    private final CompletableFuture<Integer> answer = new CompletableFuture<>();
    private final CompletableFuture<SipMessage> end = new CompletableFuture<>();
    private final CompletableFuture<String> referral = new CompletableFuture<>();
    private volatile boolean refusesReferral;
    private volatile String target;
    private volatile String remote;
    private final String local;
    private int sequence = 1;
    private String branch = "";

    /// Placed.
    PhoneCall(Phone phone, String extension, int port) {
        this.phone = phone;
        this.port = port;
        invitation = null;
        id = UUID.randomUUID().toString();
        target = "sip:" + extension + "@127.0.0.1:" + port;
        remote = "<" + target + ">";
        local = "\"Caller\" <sip:4930123456@127.0.0.1:" + phone.port() + ">;tag=" + tag;
    }

    /// Taken.
    PhoneCall(Phone phone, SipMessage invitation, int port) {
        this.phone = phone;
        this.port = port;
        this.invitation = invitation;
        id = invitation.header("call-id");
        target = invitation.uri("contact");
        remote = invitation.header("from");
        local = invitation.header("to") + ";tag=" + tag;
        voice.connect(invitation.audio());
    }

    String id() {
        return id;
    }

    Voice voice() {
        return voice;
    }

    // ------------------------------------------------------------------------------------------------- what it does

    void invite() {
        branch = newBranch();
        phone.send(request("INVITE", sequence, branch, sdp()), port);
    }

    public void ring() {
        respond(180, "Ringing", "");
    }

    public void answer() {
        respond(200, "OK", sdp());
    }

    void earlyMedia() {
        respond(183, "Session Progress", sdp());
    }

    public void refuse(int status, String words) {
        respond(status, words, "");
    }

    public void press(String keys) {
        voice.press(keys);
    }

    /// The audio that came in, in frames of 20 ms of µ-law samples.
    ///
    /// @param from how many of them are known already
    public List<byte[]> frames(int from) {
        return voice.packets(from).stream().map(Voice.Packet::payload).toList();
    }

    /// Says a tone, after a pause.
    public void say(int hertz, int pauseMs, int ms) {
        voice.pause(pauseMs);
        voice.say(hertz, ms);
    }

    /// Presses a key by SIP INFO.
    void pressByInfo(char key) {
        String body = "Signal=" + key + "\r\nDuration=160\r\n";
        phone.send(request("INFO", ++sequence, newBranch(), "Content-Type: application/dtmf-relay\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body), port);
    }

    /// Ends the call, whatever its state.
    public void hangUp() {
        if (end.isDone()) {
            return;
        }
        if (invitation == null && !answer.isDone()) {
            phone.send("CANCEL " + target + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + phone.port() + ";branch="
                    + branch + "\r\nMax-Forwards: 70\r\nFrom: " + local + "\r\nTo: " + remote + "\r\nCall-ID: " + id
                    + "\r\nCSeq: 1 CANCEL\r\nContent-Length: 0\r\n\r\n", port);
        } else {
            phone.send(request("BYE", ++sequence, newBranch(), ""), port);
        }
    }

    /// Refuses to call elsewhere when it is asked to.
    public void refusesReferral() {
        refusesReferral = true;
    }

    // -------------------------------------------------------------------------------------------- what happens to it

    /// The status with which the call was answered.
    public int awaitAnswer() {
        return await(answer);
    }

    /// How the call ended: the BYE, or the final status.
    public SipMessage awaitEnd() {
        return await(end);
    }

    public boolean ended() {
        return end.isDone();
    }

    /// To where it was asked to call.
    String awaitReferral() {
        return await(referral);
    }

    private <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(phone.patienceMs(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("It did not happen in time", e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Waits until a tone is heard.
    public void awaitTone(int hertz) {
        awaitMedia("a tone of " + hertz + " Hz", () -> heard().contains(hertz));
    }

    /// Waits until a tone is the last thing that was heard; costs less than the others.
    public void awaitBeginning(int hertz) {
        awaitMedia("a tone of " + hertz + " Hz", () -> voice.hearsNow(hertz));
    }

    /// Waits until the tone is heard for the time-th time.
    void awaitTone(int hertz, int time) {
        awaitMedia("a tone of " + hertz + " Hz", () -> heard().stream().filter(one -> one == hertz).count() >= time);
    }

    void awaitMedia(String what, BooleanSupplier condition) {
        try {
            if (!voice.await(condition, phone.patienceMs())) {
                throw new AssertionError("The telephone did not get " + what + ", but " + voice.tones() + " and keys "
                        + voice.keys());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// The frequencies in the order of their being heard.
    public List<Integer> heard() {
        return voice.tones().stream().map(Heard.Tone::hertz).toList();
    }

    void received(SipMessage message) {
        if (message.isResponse()) {
            response(message);
            return;
        }
        switch (message.method()) {
            case "ACK" -> {
            }
            case "BYE" -> {
                reply(message, 200, "OK", "");
                end.complete(message);
            }
            case "CANCEL" -> {
                reply(message, 200, "OK", "");
                respond(487, "Request Terminated", "");
                end.complete(message);
            }
            case "REFER" -> referred(message);
            case "INVITE" -> reply(message, 200, "OK", sdp());
            default -> reply(message, 200, "OK", "");
        }
    }

    private void referred(SipMessage message) {
        referral.complete(message.uri("refer-to"));
        if (refusesReferral) {
            reply(message, 603, "Decline", "");
            return;
        }
        reply(message, 202, "Accepted", "");
        String body = "SIP/2.0 200 OK\r\n";
        phone.send(request("NOTIFY", ++sequence, newBranch(), "Event: refer\r\nSubscription-State: terminated\r\n"
                + "Content-Type: message/sipfrag\r\nContent-Length: " + body.length() + "\r\n\r\n" + body), port);
    }

    private void response(SipMessage message) {
        if (message.answers().equals("INVITE")) {
            voice.connect(message.audio());
            if (message.status() >= 200) {
                remote = message.header("to");
                if (message.status() < 300) {
                    target = message.uri("contact");
                }
                phone.send(request("ACK", 1, message.status() < 300 ? newBranch() : branch, ""), port);
                answer.complete(message.status());
                if (message.status() >= 300) {
                    end.complete(message);
                }
            }
        } else if (message.answers().equals("BYE")) {
            end.complete(message);
        }
    }

    // ------------------------------------------------------------------------------------------------------ messages

    private static String newBranch() {
        return "z9hG4bK" + UUID.randomUUID();
    }

    private String sdp() {
        String body = "v=0\r\no=phone 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
                + voice.port() + " RTP/AVP 0 101\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:101 telephone-event/8000\r\n"
                + "a=fmtp:101 0-15\r\na=ptime:20\r\n";
        return "Content-Type: application/sdp\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private String request(String method, int number, String by, String rest) {
        return method + " " + target + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + phone.port() + ";branch=" + by
                + "\r\nMax-Forwards: 70\r\nFrom: " + local + "\r\nTo: " + remote + "\r\nCall-ID: " + id + "\r\nCSeq: "
                + number + " " + method + "\r\nContact: <sip:phone@127.0.0.1:" + phone.port() + ">\r\n"
                + (rest.isEmpty() ? "Content-Length: 0\r\n\r\n" : rest);
    }

    private void respond(int status, String words, String rest) {
        SipMessage to = invitation;
        if (to != null) {
            reply(to, status, words, rest);
        }
    }

    private void reply(SipMessage to, int status, String words, String rest) {
        String other = to.header("to");
        phone.send("SIP/2.0 " + status + " " + words + "\r\nVia: " + to.header("via") + "\r\nFrom: " + to.header("from")
                + "\r\nTo: " + (other.contains("tag=") ? other : other + ";tag=" + tag) + "\r\nCall-ID: " + id
                + "\r\nCSeq: " + to.header("cseq") + "\r\n"
                + (to.headers().containsKey("record-route")
                        ? "Record-Route: " + to.header("record-route") + "\r\n"
                        : "")
                + "Contact: <sip:phone@127.0.0.1:" + phone.port() + ">\r\n"
                + (rest.isEmpty() ? "Content-Length: 0\r\n\r\n" : rest), port);
    }

    @Override
    public void close() {
        hangUp();
        voice.close();
    }
}
