package spine.jobs.internal.delivery;

import java.sql.SQLException;
import java.util.List;

import spine.jobs.internal.store.DeliveryTable;
import spine.jobs.internal.store.Sql;

/**
 * What a destination gets of a result.
 *
 * @param destination its name
 * @param files paths in the result folder, may be empty
 */
public record Address(String destination, List<String> files) {

    public Address {
        files = List.copyOf(files);
    }

    /** Notes it, unless that was done before. */
    public void note(Sql sql, long job) throws SQLException {
        DeliveryTable deliveries = new DeliveryTable(sql);
        if (!deliveries.has(job, destination)) {
            deliveries.add(job, destination, files);
        }
    }
}
