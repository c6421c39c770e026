export const CONNECT_CHANNEL = 'landfall:connect';
export const HOST_CHANNEL = 'landfall:host';
