/** Jobs, objects and deliveries in a database, by JDBC: the only place with SQL. */
package spine.jobs.internal.store;
