package leasehold.app;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import leasehold.ui.acts.CloseController;
import leasehold.ui.acts.RevokeController;
import leasehold.ui.card.CardController;
import leasehold.ui.details.DetailsController;
import leasehold.ui.failures.FailuresController;
import leasehold.ui.fx.Dialogs;
import leasehold.ui.fx.Rooms;
import leasehold.ui.fx.Rooms.Room;
import leasehold.ui.leases.LeasesController;
import leasehold.ui.model.CloseModel;
import leasehold.ui.model.Connector;
import leasehold.ui.model.Prompts;
import leasehold.ui.model.RevokeModel;
import leasehold.ui.model.SimulatorModel;
import leasehold.ui.model.TargetModel;
import leasehold.ui.model.Texts;
import leasehold.ui.model.Words;
import leasehold.ui.sessions.SessionsController;
import leasehold.ui.simulator.SettingsController;
import leasehold.ui.simulator.SimulatorController;
import leasehold.ui.target.ConnectController;
import leasehold.ui.window.PageController;
import leasehold.ui.window.PageParts;
import leasehold.ui.window.SideController;

/** Opens pages and dialogs. */
final class Views implements Prompts {

    private final Connector connector;
    private final Texts texts;
    private Optional<Dialogs> dialogs = Optional.empty();

    Views(Connector connector, Words words) {
        this.connector = connector;
        texts = words.texts();
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
                        rooms.open(FailuresController.class),
                        rooms.open(SideController.class),
                        strip);
        return rooms.with(PageController.class, () -> new PageController(target, parts))
                .open(PageController.class);
    }

    @Override
    public void revoke(RevokeModel revoke) {
        ask(
                RevokeController.class,
                close -> new RevokeController(revoke, texts, close),
                RevokeController::reason);
    }

    @Override
    public void close(CloseModel closing) {
        ask(
                CloseController.class,
                close -> new CloseController(closing, texts, close),
                CloseController::reason);
    }

    @Override
    public void connect() {
        ask(
                ConnectController.class,
                close -> new ConnectController(connector, texts, close),
                ConnectController::name);
    }

    private Rooms rooms(TargetModel target) {
        return new Rooms()
                .with(CardController.class, () -> new CardController(target, this))
                .with(LeasesController.class, () -> new LeasesController(target, this))
                .with(SessionsController.class, () -> new SessionsController(target))
                .with(FailuresController.class, () -> new FailuresController(target))
                .with(DetailsController.class, () -> new DetailsController(target, this))
                .with(SimulatorController.class, () -> simulator(target))
                .with(
                        SettingsController.class,
                        () -> new SettingsController(target.simulator().orElseThrow(), texts));
    }

    private static SideController side(TargetModel target, Rooms rooms) {
        Optional<Room<?>> settings =
                target.simulator().map(_ -> rooms.open(SettingsController.class));
        return new SideController(target, rooms.open(DetailsController.class), settings);
    }

    private SimulatorController simulator(TargetModel target) {
        SimulatorModel model = target.simulator().orElseThrow();
        return new SimulatorController(model, texts);
    }

    private <C> void ask(
            Class<C> type, Function<Runnable, C> maker, Function<C, ? extends Node> first) {
        Dialogs place = dialogs.orElseThrow();
        if (!place.isOpen()) {
            Room<C> room = new Rooms().with(type, () -> maker.apply(place::close)).open(type);
            place.open(room, first.apply(room.controller()));
        }
    }
}
