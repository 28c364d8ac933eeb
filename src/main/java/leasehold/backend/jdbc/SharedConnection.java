package leasehold.backend.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection as its holders see it: {@code close} and {@code abort} do nothing, no way leads to
 * one that can be closed, and every failure is looked at for a loss. An interrupted virtual thread
 * closes the socket that it waits on; therefore the calls of such a holder are made on a thread of
 * their own. Safe for use by as many threads as the driver allows.
 */
final class SharedConnection {

    private static final Set<String> IGNORED = Set.of("close", "abort");

    /** What a way to the connection may lead over; of two that fit, the one to give is first. */
    private static final List<Class<?>> GUARDED =
            List.of(
                    CallableStatement.class,
                    PreparedStatement.class,
                    Statement.class,
                    ResultSet.class,
                    DatabaseMetaData.class,
                    Array.class,
                    NClob.class,
                    Clob.class,
                    Blob.class);

    private final Consumer<SQLException> failures;
    private final AtomicInteger calls = new AtomicInteger();
    private final Connection proxy;

    SharedConnection(Connection connection, Consumer<SQLException> failures) {
        this.failures = failures;
        this.proxy = guarded(Connection.class, connection);
    }

    /** Tells whether a holder is waiting for the server, so that nothing else can be asked. */
    boolean busy() {
        return calls.get() > 0;
    }

    /** Returns what holders may use as the given type. */
    <T> Optional<T> as(Class<T> type) {
        if (type.isInstance(proxy)) {
            return Optional.of(type.cast(proxy));
        }
        try {
            return Optional.of(proxy.unwrap(type));
        } catch (SQLException _) {
            return Optional.empty();
        }
    }

    private <T> T guarded(Class<T> type, Object target) {
        ClassLoader loader =
                GUARDED.contains(type) || type == Connection.class
                        ? SharedConnection.class.getClassLoader()
                        : type.getClassLoader();
        return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, new Guard(target)));
    }

    /** Stands before one object of the driver. */
    private final class Guard implements InvocationHandler {

        private final Object target;

        Guard(Object target) {
            this.target = target;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments)
                throws Throwable {
            if (mayEndTheSession() && IGNORED.contains(method.getName())) {
                return null;
            }
            return switch (method.getName()) {
                case "toString" -> "shared " + self.getClass().getInterfaces()[0].getSimpleName();
                case "hashCode" -> target.hashCode();
                case "equals" -> isSame(Objects.requireNonNull(arguments)[0]);
                case "isWrapperFor" -> wraps(self, type(arguments));
                case "unwrap" -> unwrapped(self, type(arguments));
                default -> guard(method.getReturnType(), call(method, arguments));
            };
        }

        private @Nullable Object call(Method method, Object @Nullable [] arguments)
                throws Throwable {
            refuseGateway(method);
            Object[] own = own(arguments);
            calls.incrementAndGet();
            try {
                return Thread.currentThread().isVirtual()
                        ? DriverCall.start("jdbc-call", () -> method.invoke(target, own)).result()
                        : method.invoke(target, own);
            } catch (InvocationTargetException e) {
                Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
                if (cause instanceof SQLException failure) {
                    failures.accept(failure);
                }
                throw cause;
            } finally {
                calls.decrementAndGet();
            }
        }

        /** A part of the driver that is not of JDBC may lead to the end of the session. */
        private boolean mayEndTheSession() {
            return target instanceof Connection
                    || GUARDED.stream().noneMatch(guarded -> guarded.isInstance(target));
        }

        /**
         * Refuses a class of the driver's own that works on the connection, such as PostgreSQL's
         * copy: it cannot be guarded, and would lose the session for all when interrupted.
         */
        private void refuseGateway(Method method) throws SQLException {
            Class<?> type = method.getReturnType();
            if (isDriversOwn(type) && !type.isInterface() && target instanceof Connection) {
                throw new SQLFeatureNotSupportedException(
                        "%s of %s cannot be used on a shared session"
                                .formatted(type.getSimpleName(), method.getName()));
            }
        }

        private static boolean isDriversOwn(Class<?> type) {
            return !type.isPrimitive()
                    && !type.isArray()
                    && !type.isEnum()
                    && !type.getName().startsWith("java.");
        }

        /** The driver gets its own objects back. */
        private @Nullable Object @Nullable [] own(@Nullable Object @Nullable [] arguments) {
            if (arguments == null) {
                return null;
            }
            Object[] own = arguments.clone();
            for (int i = 0; i < own.length; i++) {
                if (own[i] != null
                        && Proxy.isProxyClass(own[i].getClass())
                        && Proxy.getInvocationHandler(own[i]) instanceof Guard guard) {
                    own[i] = guard.target;
                }
            }
            return own;
        }

        private @Nullable Object guard(Class<?> type, @Nullable Object result) {
            if (result instanceof Connection) {
                return proxy;
            }
            if (result == null) {
                return null;
            }
            if (isDriversOwn(type) && type.isInterface()) {
                return guarded(type, result);
            }
            return GUARDED.stream()
                    .filter(guarded -> guarded == type || type == Object.class)
                    .filter(guarded -> guarded.isInstance(result))
                    .findFirst()
                    .<Object>map(guarded -> guarded(guarded, result))
                    .orElse(result);
        }

        private boolean wraps(Object self, Class<?> type) throws SQLException {
            return type.isInstance(self)
                    || (type.isInterface()
                            && target instanceof Wrapper wrapper
                            && wrapper.isWrapperFor(type));
        }

        private Object unwrapped(Object self, Class<?> type) throws SQLException {
            if (type.isInstance(self)) {
                return self;
            }
            if (!wraps(self, type)) {
                throw new SQLException("a shared session cannot be had as " + type.getName());
            }
            return guarded(type, ((Wrapper) target).unwrap(type));
        }

        private boolean isSame(@Nullable Object other) {
            return other != null
                    && Proxy.isProxyClass(other.getClass())
                    && Proxy.getInvocationHandler(other) instanceof Guard guard
                    && guard.target.equals(target);
        }

        private static Class<?> type(Object @Nullable [] arguments) {
            return (Class<?>) Objects.requireNonNull(arguments)[0];
        }
    }
}
