namespace TelegramSandbox;
public sealed class SandboxServer {}
