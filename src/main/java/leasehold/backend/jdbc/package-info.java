/**
 * A session is a database connection. Any JDBC driver on the path will do; what the servers say is
 * read from their SQLStates.
 */
package leasehold.backend.jdbc;
