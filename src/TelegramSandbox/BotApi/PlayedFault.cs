using Microsoft.AspNetCore.Http;

namespace TelegramSandbox.BotApi;

/// <summary>Carries out the part of a fault that comes before the method.</summary>
internal static class PlayedFault
{
    /// <returns>Whether the method is carried out after all.</returns>
    public static async Task<bool> ContinuesAsync(Fault fault, HttpContext http, TimeProvider clock, CancellationToken cancellationToken)
    {
        switch (fault.Kind)
        {
            case FaultKind.Error:
                throw new ApiRefusal(fault.Code, fault.Description);
            case FaultKind.TooManyRequests:
                throw ApiRefusal.TooManyRequests((int)fault.Wait.TotalSeconds);
            case FaultKind.HtmlPage:
                http.Response.StatusCode = fault.Code;
                http.Response.ContentType = "text/html";
                await http.Response.WriteAsync($"<html><head><title>{fault.Code}</title></head><body><center><h1>{fault.Code}</h1></center></body></html>", cancellationToken);
                return false;
            case FaultKind.DropBefore:
                http.Abort();
                return false;
            case FaultKind.Hang:
                await Task.Delay(fault.Wait, clock, cancellationToken);
                http.Abort();
                return false;
            case FaultKind.Delay:
                await Task.Delay(fault.Wait, clock, cancellationToken);
                return true;
            default:
                return true;
        }
    }
}
