package spine.jobs.internal;

import spine.jobs.internal.store.DatabaseAddress;

/** On the database that an installation has by itself. */
class EmbeddedDeliveryTest extends DeliveryContract {

    @Override
    DatabaseAddress address() {
        return DatabaseAddress.folder(home.resolve("jobs"));
    }
}
