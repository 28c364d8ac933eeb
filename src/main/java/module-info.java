import org.jspecify.annotations.NullMarked;

/** Shared server sessions: the controller, its backends, and the operator's window. */
@NullMarked
module leasehold {
    requires info.picocli;
    requires java.sql;
    requires static org.jspecify;
    requires org.slf4j;
    requires org.xerial.sqlitejdbc;
    requires tools.jackson.core;
    requires tools.jackson.databind;
    requires javafx.controls;
    requires javafx.fxml;
    requires atlantafx.base;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.carbonicons;

    exports leasehold.backend;
    exports leasehold.history;
    exports leasehold.monitor;
    exports leasehold.session;
    exports leasehold.simulation;

    opens leasehold.ui.acts to
            javafx.fxml;
    opens leasehold.ui.card to
            javafx.fxml;
    opens leasehold.ui.details to
            javafx.fxml;
    opens leasehold.ui.events to
            javafx.fxml;
    opens leasehold.ui.export to
            javafx.fxml;
    opens leasehold.ui.failures to
            javafx.fxml;
    opens leasehold.ui.fx to
            javafx.fxml;
    opens leasehold.ui.keys to
            javafx.fxml;
    opens leasehold.ui.leases to
            javafx.fxml;
    opens leasehold.ui.sessions to
            javafx.fxml;
    opens leasehold.ui.sharing to
            javafx.fxml;
    opens leasehold.ui.simulator to
            javafx.fxml;
    opens leasehold.ui.target to
            javafx.fxml;
    opens leasehold.ui.window to
            javafx.fxml;

    uses leasehold.backend.SessionBackendProvider;

    provides leasehold.backend.SessionBackendProvider with
            leasehold.backend.simulated.SimulatedBackendProvider,
            leasehold.backend.jdbc.JdbcBackendProvider,
            leasehold.backend.ambient.AmbientBackendProvider;
}
