package spine.io.dimse.internal.service;

import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.NetworkException;
import spine.io.dimse.ReceivedObject;
import spine.io.dimse.StoreHandler;
import spine.io.dimse.internal.association.Context;
import spine.io.dimse.internal.message.CommandSet;
import spine.io.dimse.internal.message.DimseMessage;

/** C-STORE (PS3.7 9.3.1, PS3.4 B.2): checks what the command says and hands the data set on. */
public final class StoreService implements MessageService {
    private static final Logger LOG = LoggerFactory.getLogger(StoreService.class);
    private static final DimseStatus WITHOUT_DATA_SET = DimseStatus.NOT_UNDERSTOOD.because("there is no data set");
    private static final DimseStatus OTHER_CLASS = new DimseStatus(0x0122, "the context is for another SOP class");

    private final StoreHandler handler;

    public StoreService(StoreHandler handler) {
        this.handler = handler;
    }

    @Override
    public DimseStatus serve(DimseMessage request, Context context, Caller caller) throws IOException {
        CommandSet command = request.command();
        if (!Uid.isValid(command.sopInstance()) || !Uid.isValid(command.sopClass())) {
            return DimseStatus.INVALID_INSTANCE;
        }
        if (!command.sopClass().equals(context.abstractSyntax())) {
            return OTHER_CLASS;
        }
        if (request.dataSet().isEmpty()) {
            return WITHOUT_DATA_SET;
        }
        return store(new ReceivedObject(command.sopClass(), command.sopInstance(), context.transferSyntax(), caller.callingTitle(),
                caller.calledTitle(), caller.address()), request.dataSet().get());
    }

    private DimseStatus store(ReceivedObject object, InputStream bytes) throws IOException {
        DataSetHead head = DataSetHead.read(bytes, object.transferSyntax());
        if (head.isNoDataSet()) {
            return DimseStatus.NOT_UNDERSTOOD.because("the data set is damaged");
        }
        if (head.contradicts(object)) {
            return DimseStatus.OTHER_OBJECT;
        }
        try {
            return handler.store(object, head.followedBy(bytes));
        } catch (NetworkException broken) {
            throw broken;
        } catch (IOException failure) {
            LOG.warn("An object from {} was not kept.", object.callingTitle(), failure);
            return DimseStatus.OUT_OF_RESOURCES.because("the object could not be kept");
        } catch (RuntimeException failure) {
            LOG.error("An object from {} was not kept.", object.callingTitle(), failure);
            return DimseStatus.PROCESSING_FAILURE;
        }
    }
}
