package io.goodput.gateway.pass;

import io.goodput.CallContext;
import io.goodput.ContextHeaders;
import io.goodput.Outcome;
import io.goodput.admission.AdmissionRequest;
import io.goodput.admission.Shed;
import io.goodput.balance.Endpoint;
import io.goodput.gateway.config.RouteSettings;
import io.goodput.gateway.route.FixedAnswer;
import io.goodput.gateway.route.NoAnswer;
import io.goodput.guard.CallOptions;
import io.goodput.guard.GuardedCall;
import io.goodput.http.HttpClassifier;
import io.goodput.http.RefusalHeader;
import io.goodput.http.Repeatability;
import io.goodput.http.body.Trailers;
import io.goodput.http.forward.Exchange;
import io.goodput.http.forward.ForwardRules;
import io.goodput.http.forward.ForwardedRequest;
import io.goodput.http.forward.Onward;
import io.goodput.http.forward.RequestForwarding;
import io.goodput.http.forward.ResponseForwarding;
import io.goodput.http.forward.Sender;
import io.goodput.http.head.AcceptedRequest;
import io.goodput.http.head.AcceptedResponse;
import io.goodput.http.head.Fields;
import io.goodput.http.head.HttpVersion;
import io.goodput.http.head.RequestTarget;
import io.goodput.http.head.ResponseHead;
import io.goodput.netty.CloseReason;
import io.goodput.netty.ExchangeListener;
import io.goodput.netty.ServerExchange;
import io.goodput.netty.loop.Entrant;
import io.goodput.netty.loop.LoopCall;
import io.goodput.netty.loop.LoopTimer;
import io.goodput.netty.upstream.UpstreamFailure;
import io.netty.buffer.ByteBuf;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request through its route: it waits to be admitted, the guard makes attempts, the first answer that ends the call
 * is passed on as it comes. All of it happens on the loop of the client's connection.
 */
final class Passage implements ExchangeListener {
    /** Tunnels are not passed on. */
    private static final ForwardRules RULES = ForwardRules.STANDARD.withTunnels(Set.of());

    private static final HttpClassifier CLASSIFIER = HttpClassifier.standard();

    /** An origin that never says 100 is sent the body all the same (RFC 9110, 10.1.1). */
    private static final long CONTINUE_NANOS = Duration.ofSeconds(1).toNanos();

    private final ServerExchange exchange;
    private final AcceptedRequest request;
    private final LiveRoute route;
    private final RouteSettings settings;
    private final LoopOrigins loop;
    private final Sender sender;
    private final CallContext context;
    private final OwnAnswers own;
    private final Door door;
    private final Call call;
    private final ContinueTimer continueTimer = new ContinueTimer();
    private final @Nullable BodyRelay body;

    /** On its way. */
    private @Nullable OriginAttempt current;

    /** Answered with what may be tried again: it is passed on if it is not. */
    private @Nullable OriginAttempt held;

    /** Whose answer the client is getting. */
    private @Nullable OriginAttempt answering;

    private @Nullable UpstreamFailure lastFailure;
    private boolean called;
    private boolean callOver;

    /** The client has all of its answer, or has gone. */
    private boolean over;

    Passage(ServerExchange exchange, LiveRoute route, LoopOrigins loop, Sender sender) {
        this.exchange = exchange;
        this.request = exchange.request();
        this.route = route;
        this.settings = route.settings();
        this.loop = loop;
        this.sender = sender;
        this.context = RequestContext.of(
                exchange, settings, sender.trusted(), loop.timers().nanos());
        this.own = new OwnAnswers(exchange, route.counts());
        this.door = new Door();
        this.call = new Call();
        boolean hasBody = request.framing().hasBody();
        this.body = hasBody ? new BodyRelay(exchange, settings.replay(), call::noFurtherAttempt) : null;
    }

    void begin() {
        exchange.listen(this);
        if (route.admission() == null) {
            admitted();
        } else {
            route.admission()
                    .enter(
                            door,
                            AdmissionRequest.starting(context),
                            loop.timers().nanos());
        }
    }

    private void admitted() {
        FixedAnswer answer = settings.answer();
        if (answer != null) {
            own.give(answer);
            leave(Outcome.SUCCESS);
            return;
        }
        if (body != null && request.expectsContinue()) {
            body.hold();
        }
        called = true;
        String method = request.head().method();
        boolean keyed = request.head().fields().count(Repeatability.KEY) == 1;
        boolean idempotent = Repeatability.isIdempotent(method, keyed);
        call.start(idempotent ? CallOptions.NONE.idempotently() : CallOptions.NONE, context);
    }

    private void leave(Outcome outcome) {
        if (door.isAdmitted()) {
            door.leave(outcome, loop.timers().nanos());
        }
    }

    private void send(int number) {
        drop(held);
        held = null;
        lastFailure = null;
        route.counts().attempted();
        String endpoint = Objects.requireNonNull(call.endpoint()).name();
        ForwardedRequest sent = forwarded(endpoint);
        var attempt = new OriginAttempt(this, number, new Exchange(request, sent));
        current = attempt;
        attempt.sentBy(loop.client().send(route.origin(endpoint), sent, attempt));
        if (body != null && current == attempt) {
            if (request.expectsContinue()) {
                loop.timers().set(continueTimer, loop.timers().nanos() + CONTINUE_NANOS);
            }
            body.sendTo(Objects.requireNonNull(attempt.upstream()));
        }
    }

    private ForwardedRequest forwarded(String endpoint) {
        RequestTarget target =
                settings.rewriting().of(request.target(), settings.match().path(), endpoint);
        var ours = new Fields.Builder();
        ContextHeaders.write(call.attemptContext(), loop.timers().nanos(), ours::add);
        return RequestForwarding.forward(
                request, sender, RULES, new Onward(HttpVersion.HTTP_1_1, target, ours.build()));
    }

    private static void drop(@Nullable OriginAttempt attempt) {
        if (attempt != null) {
            attempt.cancel();
        }
    }

    // What the attempts tell.

    void writable() {
        if (body != null) {
            body.pump();
        }
    }

    void interim(AcceptedResponse response) {
        if (response.head().status() == 100) {
            goOn();
        } else if (!exchange.isAnswered()) {
            Fields fields = ResponseForwarding.forward(response, false, exchange.reply(Fields.NONE))
                    .head()
                    .fields();
            exchange.informational(response.head().status(), fields);
        }
    }

    private void goOn() {
        loop.timers().cancel(continueTimer);
        if (body != null) {
            body.letGo();
        }
    }

    void head(OriginAttempt attempt, AcceptedResponse response) {
        loop.timers().cancel(continueTimer);
        Outcome outcome = CLASSIFIER.ofValue(response.head());
        if (outcome == Outcome.SUCCESS || outcome == Outcome.PERMANENT_FAILURE) {
            current = null;
            answering = attempt;
            call.answerBegan(attempt.number());
            passOn(attempt, response);
        } else {
            current = null;
            held = attempt;
            call.attemptEnded(attempt.number(), outcome, CLASSIFIER.retryAfter(response.head(), null));
        }
    }

    private void passOn(OriginAttempt attempt, AcceptedResponse response) {
        answering = attempt;
        route.counts().answered(response.head().status());
        boolean forHead = request.head().method().equals("HEAD");
        exchange.respond(ResponseForwarding.forward(response, forHead, exchange.reply(Fields.NONE)));
        Fields trailers = attempt.trailers();
        if (trailers != null) {
            exchange.end(Trailers.passing(trailers));
        } else {
            exchange.flush();
            readOn();
        }
    }

    private void readOn() {
        if (answering != null && exchange.isWritable()) {
            answering.read();
        }
    }

    void data(OriginAttempt attempt, ByteBuf piece) {
        if (attempt != answering || over) {
            piece.release();
            return;
        }
        exchange.write(piece);
        exchange.flush();
        readOn();
    }

    void ended(OriginAttempt attempt) {
        if (attempt != answering) {
            return;
        }
        attemptOver(
                attempt,
                CLASSIFIER.ofValue(Objects.requireNonNull(attempt.response()).head()));
        if (exchange.isAnswered()) {
            exchange.end(Trailers.passing(Objects.requireNonNull(attempt.trailers())));
        }
    }

    void failed(OriginAttempt attempt, UpstreamFailure why) {
        if (attempt == answering) {
            route.counts().answerCut();
            attemptOver(attempt, why.outcome() == Outcome.NOT_PROCESSED ? Outcome.TRANSIENT_FAILURE : why.outcome());
            exchange.reset();
        } else if (attempt == current) {
            stopSending();
            lastFailure = why;
            call.attemptEnded(attempt.number(), why.outcome(), null);
        }
    }

    private void attemptOver(OriginAttempt attempt, Outcome outcome) {
        if (!callOver) {
            call.attemptEnded(attempt.number(), outcome, null);
        }
    }

    private void stopSending() {
        current = null;
        if (body != null) {
            body.stop();
        }
    }

    // What the guard decides.

    private void cancel(int number) {
        if (current != null && current.number() == number) {
            OriginAttempt cancelled = current;
            stopSending();
            cancelled.cancel();
        } else if (answering != null && answering.number() == number) {
            answering.cancel();
            if (!over) {
                route.counts().answerCut();
                exchange.reset();
            }
        }
    }

    private void finished(GuardedCall ended) {
        callOver = true;
        loop.timers().cancel(continueTimer);
        leave(ended.outcome());
        OriginAttempt last = held;
        held = null;
        if (over || answering != null) {
            drop(last);
            return;
        }
        if (last != null && last.number() == ended.decisive() && last.failure() == null) {
            passOn(last, said(Objects.requireNonNull(last.response()), ended));
        } else {
            drop(last);
            own.refuse(NoAnswer.of(ended, lastFailure));
        }
    }

    /** An origin's word that it has not begun says nothing of the others that were asked before. */
    private static AcceptedResponse said(AcceptedResponse response, GuardedCall ended) {
        if (ended.isUnprocessed()) {
            return response;
        }
        Fields fields = RefusalHeader.without(response.head().fields());
        return new AcceptedResponse(
                new ResponseHead(
                        response.head().version(),
                        response.head().status(),
                        response.head().reason(),
                        fields),
                response.framing(),
                response.options());
    }

    // What the client does.

    @Override
    public void onData(ByteBuf data) {
        if (body == null) {
            data.release();
        } else {
            body.came(data);
        }
    }

    @Override
    public void onEnd(Fields trailers) {
        if (body != null) {
            body.ended(trailers);
        }
    }

    @Override
    public void onWritable() {
        readOn();
    }

    /** Of those that close one side, nearly all have gone; whoever still reads is told by a reset. */
    @Override
    public void onHalfClose() {
        exchange.reset();
    }

    @Override
    public void onSent() {
        end();
    }

    @Override
    public void onAbort(CloseReason reason) {
        if (reason != CloseReason.RESET || answering == null) {
            route.counts().clientGone();
        }
        end();
        if (called && !callOver) {
            call.giveUp();
        } else if (!called) {
            door.giveUp(loop.timers().nanos());
        }
        drop(answering);
    }

    private void end() {
        over = true;
        loop.timers().cancel(continueTimer);
        if (body != null) {
            body.release();
        }
    }

    /** At the route's admission. */
    private final class Door extends Entrant {
        Door() {
            super(loop.timers());
        }

        @Override
        protected void admitted(long now) {
            Passage.this.admitted();
        }

        @Override
        protected void shed(Shed reason, long now) {
            own.refuse(NoAnswer.of(reason));
        }
    }

    /** Through the route's guard. */
    private final class Call extends LoopCall {
        Call() {
            super(route.guard(), loop.timers());
        }

        @Nullable Endpoint endpoint() {
            return call().endpoint();
        }

        CallContext attemptContext() {
            return call().described().context();
        }

        @Override
        protected void begin(int attempt, long now) {
            send(attempt);
        }

        @Override
        protected void cancel(int attempt, long now) {
            Passage.this.cancel(attempt);
        }

        @Override
        protected void finished(GuardedCall ended, long now) {
            Passage.this.finished(ended);
        }
    }

    private final class ContinueTimer extends LoopTimer {
        @Override
        protected void fired(long now) {
            goOn();
        }
    }
}
