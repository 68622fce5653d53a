package spine.common.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everybody who may use the platform, as it is at one moment. An account is found by its name, a token by its id.
 *
 * @param accounts by name, each name once
 * @param tokens the oldest first
 */
public record Accounts(List<Account> accounts, List<ApiToken> tokens) {
    /** Nobody. */
    public static final Accounts NONE = new Accounts(List.of(), List.of());

    public Accounts {
        accounts = List.copyOf(accounts);
        tokens = List.copyOf(tokens);
    }

    public Optional<Account> account(String name) {
        String normal = AccountName.normal(name);
        return accounts.stream().filter(account -> account.name().equals(normal)).findFirst();
    }

    public boolean hasAdmin() {
        return accounts.stream().anyMatch(account -> account.role() == Role.ADMIN);
    }

    /** The token with this text, unless its time is over. */
    public Optional<ApiToken> token(String text, Instant now) {
        return ApiToken.id(text).flatMap(id -> tokens.stream().filter(token -> token.id().equals(id)).findFirst())
                .filter(token -> token.matches(text) && now.isBefore(token.expires()));
    }

    /** With the account, which replaces one of the same name. */
    public Accounts with(Account account) {
        List<Account> all = new ArrayList<>(without(account.name()).accounts);
        all.add(account);
        return new Accounts(all, tokens);
    }

    public Accounts without(String name) {
        String normal = AccountName.normal(name);
        return new Accounts(accounts.stream().filter(account -> !account.name().equals(normal)).toList(), tokens);
    }

    public Accounts with(ApiToken token) {
        List<ApiToken> all = new ArrayList<>(tokens);
        all.add(token);
        return new Accounts(accounts, all);
    }

    public Accounts withoutToken(String id) {
        return new Accounts(accounts, tokens.stream().filter(token -> !token.id().equals(id)).toList());
    }
}
