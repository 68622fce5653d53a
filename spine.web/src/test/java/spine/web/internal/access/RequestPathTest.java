package spine.web.internal.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import spine.common.access.Role;
import spine.web.internal.http.RequestPath;

class RequestPathTest {

    @Test
    void partsAreDecoded() {
        assertEquals(List.of("api", "v1", "models", "spine.model.bmo@1.0.0"),
                RequestPath.of("/api/v1/models/spine.model.bmo%401.0.0").orElseThrow().parts());
        assertEquals(List.of(), RequestPath.of("/").orElseThrow().parts());
        assertEquals(List.of("viewer"), RequestPath.of("/viewer/").orElseThrow().parts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "*", "//", "//evil", "/a//b", "/a/../b", "/..", "/a/.", "/.hidden", "/a%2fb", "/%2e%2e/b",
        "/a%5cb", "/a\\b", "/a;b=c/d", "/login;/../api/v1/jobs", "/a%00", "/a%", "/a%4", "/a%zz", "/a%c0%ae", "/a b", "/a%20b", "/a\u00e4",
        "/a%0d%0aSet-Cookie:x", "http://host/a", "/a?b", "/a#b", "/a//"})
    void whatServersReadInDifferentWaysIsNoPath(String raw) {
        assertEquals(Optional.empty(), RequestPath.of(raw));
    }

    @Test
    void aPathHasABound() {
        assertTrue(RequestPath.of("/" + "a".repeat(1023)).isPresent());
        assertEquals(Optional.empty(), RequestPath.of("/" + "a".repeat(1024)));
    }

    @Test
    void theFirstRouteThatFitsDecides() {
        assertEquals(Optional.of(Role.OPERATOR), role("POST", "/api/v1/jobs/7/cancel"));
        assertEquals(Optional.of(Role.VIEWER), role("HEAD", "/api/v1/jobs/7"));
        assertEquals(Optional.of(Role.READER), role("GET", "/dicom-web/studies/1.2/series/3.4/instances/5.6/frames/1,2"));
        assertEquals(Optional.of(Role.OPERATOR), role("POST", "/dicom-web/studies"));
        assertEquals(Optional.empty(), Routes.find("DELETE", path("/api/v1/jobs/7")));
        assertEquals(Optional.empty(), Routes.find("GET", path("/api/v1/jobs/7/cancel/more")));
        assertEquals(Optional.empty(), Routes.find("GET", path("/api/v2")));
        assertEquals(Optional.empty(), Routes.find("get", path("/api/v1/jobs")));
        assertEquals(Optional.of("1.2.3"), Routes.find("GET", path("/api/v1/results/1.2.3/a/b")).orElseThrow().study(
                path("/api/v1/results/1.2.3/a/b")));
    }

    private static Optional<Role> role(String method, String raw) {
        return Routes.find(method, path(raw)).orElseThrow().role();
    }

    private static RequestPath path(String raw) {
        return RequestPath.of(raw).orElseThrow();
    }
}
