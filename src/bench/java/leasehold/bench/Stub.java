package leasehold.bench;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Map;
import javax.sql.DataSource;
import leasehold.backend.BackendSession;
import leasehold.backend.SessionBackend;

/** Servers that cost nothing, so that only the sharing is measured. */
final class Stub {

    private Stub() {}

    static SessionBackend backend() {
        return _ ->
                new BackendSession() {
                    @Override
                    public String id() {
                        return "stub";
                    }

                    @Override
                    public Map<String, String> attributes() {
                        return Map.of();
                    }

                    @Override
                    public void close() {}
                };
    }

    static DataSource dataSource() {
        Connection connection = stub(Connection.class);
        return (DataSource)
                Proxy.newProxyInstance(
                        Stub.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (_, method, _) ->
                                method.getReturnType() == Connection.class
                                        ? connection
                                        : nothing(method.getReturnType()));
    }

    private static <T> T stub(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(
                        Stub.class.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, _) ->
                                method.getName().equals("isValid")
                                        ? true
                                        : nothing(method.getReturnType())));
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? 0 : null;
    }
}
