package spine.web.internal.api;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import spine.api.score.ScoringIndex;
import spine.web.internal.access.SpineContext;
import spine.web.internal.http.Answer;
import spine.web.internal.http.Problem;
import spine.web.internal.http.RequestPath;
import spine.web.internal.http.RestServlet;

/** {@code /api/v1/indexes}: the scoring indices that are installed. Their code is not touched. */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect(SpineContext.SELECT)
@HttpWhiteboardServletPattern("/api/v1/indexes")
public final class IndexesServlet extends RestServlet {
    private static final long serialVersionUID = 1;

    private final transient List<Index> indexes = new CopyOnWriteArrayList<>();

    private record Index(ServiceReference<ScoringIndex> reference, String id, String version, String bundle) {
    }

    @Reference(service = ScoringIndex.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addIndex(ServiceReference<ScoringIndex> reference) {
        indexes.add(new Index(reference, String.valueOf(reference.getProperty(ScoringIndex.INDEX_ID)),
                String.valueOf(reference.getProperty(ScoringIndex.INDEX_VERSION)), reference.getBundle().getSymbolicName()));
    }

    void removeIndex(ServiceReference<ScoringIndex> reference) {
        indexes.removeIf(index -> index.reference().equals(reference));
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response, RequestPath path) throws IOException, Problem {
        ObjectNode answer = Answer.object();
        ArrayNode all = answer.putArray("indexes");
        indexes.stream().sorted(Comparator.comparing(Index::id).thenComparing(Index::version)).forEach(index -> all.addObject()
                .put("id", index.id()).put("version", index.version()).put("bundle", index.bundle()));
        send(response, answer);
    }
}
