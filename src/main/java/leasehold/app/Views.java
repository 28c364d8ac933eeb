package leasehold.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import leasehold.monitor.report.HtmlReport;
import leasehold.ui.acts.AcquireController;
import leasehold.ui.acts.CloseController;
import leasehold.ui.acts.DisconnectController;
import leasehold.ui.acts.RevokeController;
import leasehold.ui.card.CardController;
import leasehold.ui.details.DetailsController;
import leasehold.ui.events.EventsController;
import leasehold.ui.export.ExportController;
import leasehold.ui.failures.FailuresController;
import leasehold.ui.fx.Dialogs;
import leasehold.ui.fx.FileChoice;
import leasehold.ui.fx.Question;
import leasehold.ui.fx.Rooms;
import leasehold.ui.fx.Rooms.Room;
import leasehold.ui.keys.SheetController;
import leasehold.ui.leases.LeasesController;
import leasehold.ui.model.AcquireModel;
import leasehold.ui.model.CloseModel;
import leasehold.ui.model.ConnectModel;
import leasehold.ui.model.Connector;
import leasehold.ui.model.DetailsModel.Page;
import leasehold.ui.model.DisconnectModel;
import leasehold.ui.model.ExportModel;
import leasehold.ui.model.Prompts;
import leasehold.ui.model.RecordingsModel.Refusal;
import leasehold.ui.model.RevokeModel;
import leasehold.ui.model.SharingModel;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;
import leasehold.ui.model.Words;
import leasehold.ui.sessions.SessionsController;
import leasehold.ui.sharing.SharingController;
import leasehold.ui.simulator.SettingsController;
import leasehold.ui.simulator.SimulatorController;
import leasehold.ui.target.ConnectController;
import leasehold.ui.target.RefusedController;
import leasehold.ui.window.PageController;
import leasehold.ui.window.PageParts;
import leasehold.ui.window.SideController;

/** Opens pages and dialogs. */
final class Views implements Prompts {

    /** How the name of a recording ends. */
    private static final String RECORDING = ".sqlite";

    private final Connector connector;
    private final FileChoice exports = new FileChoice();
    private final Texts texts;
    private final FileChoice recordings;
    private Optional<Dialogs> dialogs = Optional.empty();
    private Consumer<? super Path> opens = _ -> {};

    Views(Connector connector, Words words) {
        this.connector = connector;
        texts = words.texts();
        recordings =
                new FileChoice(texts.get("recording.files"), RECORDING)
                        .orAny(texts.get("recording.files.any"));
    }

    /** Sets what opens the recordings that are chosen. */
    void openWith(Consumer<? super Path> action) {
        opens = action;
    }

    /** Says why a file was not opened; in a line if a dialog is open already. */
    void refuse(TargetModel inFront, Refusal refusal) {
        if (dialogs.orElseThrow().isOpen()) {
            inFront.notices().say(refusal.why());
        } else {
            ask(RefusedController.class, close -> new RefusedController(refusal, texts, close));
        }
    }

    /** Sets where dialogs are shown. */
    void dialogsOn(Dialogs place) {
        dialogs = Optional.of(place);
    }

    /** Returns the page of a target. */
    Room<?> page(TargetModel target) {
        Rooms rooms = rooms(target);
        rooms.with(SideController.class, () -> side(target, rooms));
        Optional<Room<?>> strip =
                target.simulator().map(_ -> rooms.open(SimulatorController.class));
        PageParts parts =
                new PageParts(
                        rooms.open(CardController.class),
                        rooms.open(LeasesController.class),
                        rooms.open(SessionsController.class),
                        rooms.open(EventsController.class),
                        rooms.open(FailuresController.class),
                        rooms.open(SideController.class),
                        strip);
        return rooms.with(PageController.class, () -> new PageController(target, parts))
                .open(PageController.class);
    }

    @Override
    public void acquire(AcquireModel acquire) {
        ask(AcquireController.class, close -> new AcquireController(acquire, close));
    }

    @Override
    public void revoke(RevokeModel revoke) {
        if (!revoke.refused()) {
            ask(RevokeController.class, close -> new RevokeController(revoke, texts, close));
        }
    }

    @Override
    public void close(CloseModel closing) {
        if (!closing.refused()) {
            ask(CloseController.class, close -> new CloseController(closing, texts, close));
        }
    }

    @Override
    public void export(TargetModel target) {
        ExportModel export = new ExportModel(target, new HtmlReport(Clock.systemDefaultZone()));
        ask(ExportController.class, close -> new ExportController(export, exports, texts, close));
    }

    @Override
    public void disconnect(DisconnectModel disconnect) {
        if (disconnect.closes()) {
            ask(
                    DisconnectController.class,
                    close -> new DisconnectController(disconnect, texts, close));
        } else {
            disconnect.disconnect();
        }
    }

    @Override
    public void keys() {
        ask(SheetController.class, close -> new SheetController(texts, close));
    }

    @Override
    public void open() {
        recordings.open(dialogs.orElseThrow().layers()).ifPresent(opens);
    }

    @Override
    public void connect() {
        ask(
                ConnectController.class,
                close -> new ConnectController(new ConnectModel(connector, texts), texts, close));
    }

    private Rooms rooms(TargetModel target) {
        return new Rooms()
                .with(CardController.class, () -> new CardController(target, this))
                .with(LeasesController.class, () -> new LeasesController(target, this))
                .with(SessionsController.class, () -> new SessionsController(target))
                .with(EventsController.class, () -> new EventsController(target))
                .with(FailuresController.class, () -> new FailuresController(target))
                .with(DetailsController.class, () -> new DetailsController(target, this))
                .with(
                        SharingController.class,
                        () ->
                                new SharingController(
                                        new SharingModel(target), target.details(), texts))
                .with(SimulatorController.class, () -> new SimulatorController(target))
                .with(
                        SettingsController.class,
                        () -> new SettingsController(target.simulator().orElseThrow(), texts));
    }

    private static SideController side(TargetModel target, Rooms rooms) {
        Map<Page, Room<?>> pages = new EnumMap<>(Page.class);
        pages.put(Page.DETAILS, rooms.open(DetailsController.class));
        pages.put(Page.SHARING, rooms.open(SharingController.class));
        target.simulator()
                .ifPresent(_ -> pages.put(Page.SIMULATOR, rooms.open(SettingsController.class)));
        return new SideController(target, pages);
    }

    private <C extends Question> void ask(Class<C> type, Function<Runnable, C> maker) {
        Dialogs place = dialogs.orElseThrow();
        if (!place.isOpen()) {
            Room<C> room = new Rooms().with(type, () -> maker.apply(place::close)).open(type);
            place.open(room, room.controller().first());
        }
    }
}
