/**
 * Who may use a serving platform over the network: accounts with passwords and tokens for programs, each with a {@link
 * spine.common.access.Role}, in one file that command line and platform share ({@link spine.common.access.AccountsFile}).
 */
package spine.common.access;
