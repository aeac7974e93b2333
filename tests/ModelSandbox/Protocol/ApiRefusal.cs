namespace ModelSandbox.Protocol;

/// <summary>A request that a real server would not take; becomes its error reply.</summary>
internal sealed class ApiRefusal(int status, string message, string type = "invalid_request_error", string? parameter = null, string? code = null)
    : Exception(message)
{
    public int Status { get; } = status;

    public string Type { get; } = type;

    public string? Parameter { get; } = parameter;

    public string? Code { get; } = code;
}
